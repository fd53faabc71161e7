#include "io/report/scan_digest.h"

#include <gtest/gtest.h>

#include <functional>

namespace {

using planning::Volume;

/// 5 x 4 x 3 voxels of different values on an oblique, anisotropic grid.
Volume scan() {
  Volume volume;
  volume.hu = Volume::Image::New();
  volume.hu->SetRegions(Volume::Image::SizeType{{5, 4, 3}});
  volume.hu->Allocate();
  for (int n = 0; n < 60; ++n) volume.hu->GetBufferPointer()[n] = static_cast<std::int16_t>(17 * n - 400);
  const double origin[] = {-12.25, 30.5, -300}, spacing[] = {0.7, 0.8, 2.5};
  volume.hu->SetOrigin(origin);
  volume.hu->SetSpacing(spacing);
  Volume::Image::DirectionType direction;
  direction.SetIdentity();
  direction(0, 0) = direction(1, 1) = 0.8, direction(0, 1) = -0.6, direction(1, 0) = 0.6;
  volume.hu->SetDirection(direction);
  volume.identity.seriesUid = "2.25.1";
  return volume;
}

std::string after(const std::function<void(Volume&)>& change) {
  Volume volume = scan();
  change(volume);
  return io::report::digestOf(volume);
}

std::int16_t& at(Volume& volume, int i, int j, int k) {
  return volume.hu->GetBufferPointer()[(k * 4 + j) * 5 + i];
}

void moveOrigin(Volume& volume, unsigned axis, double mm) {
  auto origin = volume.hu->GetOrigin();
  origin[axis] += mm;
  volume.hu->SetOrigin(origin);
}

}  // namespace

TEST(ScanDigest, isTheSameForTheSamePictureUnderAnotherIdentity) {
  const std::string digest = io::report::digestOf(scan());
  EXPECT_EQ(digest.size(), 64u);
  EXPECT_EQ(digest.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(digest, after([](Volume& v) {
              v.identity.patient.name = "Removed";
              v.identity.seriesUid = "2.25.99";
              v.identity.instances = {{"1", "2"}};
              v.findings.push_back({"hu-rounded", planning::Severity::Info, {}, {}});
            }));
}

TEST(ScanDigest, bearsWhatArithmeticDoesToAPlace) {
  EXPECT_EQ(io::report::digestOf(scan()), after([](Volume& v) { moveOrigin(v, 0, 1e-9); }));
}

TEST(ScanDigest, differsForOneValue) {
  EXPECT_NE(io::report::digestOf(scan()), after([](Volume& v) { ++at(v, 2, 1, 1); }));
}

TEST(ScanDigest, differsForAMirroredScan) {
  EXPECT_NE(io::report::digestOf(scan()), after([](Volume& v) {
              for (int k = 0; k < 3; ++k)
                for (int j = 0; j < 4; ++j)
                  for (int i = 0; i < 2; ++i) std::swap(at(v, i, j, k), at(v, 4 - i, j, k));
            }));
}

TEST(ScanDigest, differsForSlicesThatChangedPlaces) {
  EXPECT_NE(io::report::digestOf(scan()), after([](Volume& v) {
              for (int j = 0; j < 4; ++j)
                for (int i = 0; i < 5; ++i) std::swap(at(v, i, j, 0), at(v, i, j, 2));
            }));
}

TEST(ScanDigest, differsForAnotherPlaceOrGrid) {
  const std::string digest = io::report::digestOf(scan());
  for (unsigned axis = 0; axis < 3; ++axis) EXPECT_NE(digest, after([&](Volume& v) { moveOrigin(v, axis, 0.01); }));
  EXPECT_NE(digest, after([](Volume& v) {
              auto spacing = v.hu->GetSpacing();
              spacing[2] = 2.51;
              v.hu->SetSpacing(spacing);
            }));
  EXPECT_NE(digest, after([](Volume& v) {
              auto direction = v.hu->GetDirection();
              direction(2, 2) = -1;
              v.hu->SetDirection(direction);
            }));
  EXPECT_NE(digest, after([](Volume& v) { v.isHu = false; }));
  EXPECT_NE(digest, after([](Volume& v) { v.hu->SetRegions(Volume::Image::SizeType{{4, 5, 3}}); }));
}
