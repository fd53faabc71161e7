#include <gtest/gtest.h>
#include <itkImageFileReader.h>
#include <itkNiftiImageIO.h>
#include <itkOrientImageFilter.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <map>

#include "io/reading/ct_reader.h"
#include "io/reading/structure_reader.h"
#include "planning/anatomy/levels.h"
#include "planning/anatomy/mask_grid.h"
#include "testdata/lumbar_phantom.h"
#include "testdata/neck_phantom.h"
#include "tests/paths.h"

// A wrong level that is called sure is the worst that counting can say: every labelled scan, whole and in pieces as
// short as a procedure's, counted from one click in the middle of the piece.
namespace io {
namespace {

using namespace planning::anatomy;
using planning::makePoint;
using planning::Point;
using planning::Volume;

const std::filesystem::path kData = NEEDLEPLAN_SHARED_DATA;

struct LabelledScan {
  Volume ct;
  std::map<std::string, Mask::Pointer> vertebrae;  ///< by name; "S1" holds the whole sacrum
};

LabelledScan labelled(const std::string& folder, const std::string& segmentation) {
  planning::Progress progress;
  const auto found = dicom::scan(kData / folder, progress);
  if (!found || found->series.empty()) throw std::runtime_error("no series in " + folder);
  auto ct = readCt(found->series[0], progress);
  if (!ct) throw std::runtime_error(ct.error().code);
  LabelledScan scan{std::move(*ct), {}};
  const auto set = readStructures(kData / segmentation, scan.ct, progress);
  if (!set) throw std::runtime_error(set.error().code);
  const std::string prefix = "vertebrae_";
  for (const Structure& label : set->structures) {
    const auto mask = std::get<Mask::Pointer>(label.shape);
    if (label.name.rfind(prefix, 0) == 0) scan.vertebrae[label.name.substr(prefix.size())] = mask;
  }
  for (const Structure& label : set->structures)
    if (label.name == "sacrum" && !scan.vertebrae.contains("S1"))
      scan.vertebrae["S1"] = std::get<Mask::Pointer>(label.shape);
  return scan;
}

/// The crop around L3, whose label map counts from C1 as 1: 21 is L2.
LabelledScan labelledCrop() {
  using Reader = itk::ImageFileReader<Volume::Image>;
  using Orient = itk::OrientImageFilter<Volume::Image, Volume::Image>;
  const auto folder = kData / "real/nifti_lumbar_L3_tptbox";
  auto reader = Reader::New();
  reader->SetImageIO(itk::NiftiImageIO::New());
  reader->SetFileName((folder / "sub-ct_label-22_ct.nii.gz").string());
  auto orient = Orient::New();
  orient->UseImageDirectionOn();
  orient->SetDesiredCoordinateOrientation(itk::SpatialOrientation::ITK_COORDINATE_ORIENTATION_RAI);  // ITK's for LPS
  orient->SetInput(reader->GetOutput());
  orient->Update();
  LabelledScan scan;
  scan.ct.hu = orient->GetOutput();
  planning::Progress progress;
  const auto set = readStructures(folder / "sub-ct_seg-vert_label-22_msk.nii.gz", scan.ct, progress);
  if (!set) throw std::runtime_error(set.error().code);
  const std::map<int, std::string> names{{21, "L2"}, {22, "L3"}, {23, "L4"}};
  for (const Structure& label : set->structures)
    if (const auto name = names.find(label.sourceNumber.value_or(0)); name != names.end())
      scan.vertebrae[name->second] = std::get<Mask::Pointer>(label.shape);
  return scan;
}

/// The demo's own bodies, whose names are known because they are drawn.
LabelledScan drawn(testdata::Phantom (*make)(const testdata::PhantomOptions&)) {
  testdata::PhantomOptions options;
  options.columns = options.rows = 256;
  options.slices = 120;
  auto phantom = make(options);
  LabelledScan scan{std::move(phantom.volume), {}};
  const std::string ending = " vertebra";
  for (const auto& made : phantom.structures) {
    const std::string& name = made.structure.name;
    const auto* mask = std::get_if<Mask::Pointer>(&made.structure.shape);
    if (mask && name.ends_with(ending)) scan.vertebrae[name.substr(0, name.size() - ending.size())] = *mask;
    if (mask && name == "Sacrum") scan.vertebrae["S1"] = *mask;
  }
  return scan;
}

/// The slices [first, first + count) alone.
Volume window(const Volume& whole, long first, long count) {
  Volume piece = whole;
  auto region = whole.hu->GetLargestPossibleRegion();
  Volume::Image::IndexType from = region.GetIndex();
  from[2] += first;
  region.SetSize(2, static_cast<std::size_t>(count));
  piece.hu = Volume::Image::New();
  piece.hu->CopyInformation(whole.hu);
  Point origin;
  whole.hu->TransformIndexToPhysicalPoint(from, origin);
  piece.hu->SetOrigin(origin);
  piece.hu->SetRegions(region);
  piece.hu->Allocate();
  const std::size_t slice = region.GetSize(0) * region.GetSize(1);
  std::copy_n(whole.hu->GetBufferPointer() + static_cast<std::size_t>(first) * slice,
              static_cast<std::size_t>(count) * slice, piece.hu->GetBufferPointer());
  return piece;
}

/// In the body of a labelled vertebra: the mean of what lies within 20 mm of its front. Absent where that is not in
/// it, as in one that the scan cuts.
std::optional<Point> bodyOf(const Mask& label) {
  std::vector<Point> places;
  const auto range = wholeRange(label);
  Mask::IndexType index;
  for (index[2] = range.first[2]; index[2] <= range.last[2]; ++index[2])
    for (index[1] = range.first[1]; index[1] <= range.last[1]; ++index[1])
      for (index[0] = range.first[0]; index[0] <= range.last[0]; ++index[0]) {
        if (label.GetPixel(index) == 0) continue;
        Point p;
        label.TransformIndexToPhysicalPoint(index, p);
        places.push_back(p);
      }
  if (places.empty()) return std::nullopt;
  const double front =
      (*std::min_element(places.begin(), places.end(), [](auto& a, auto& b) { return a[1] < b[1]; }))[1];
  planning::Vector sum = makePoint(0, 0, 0) - makePoint(0, 0, 0);
  double count = 0;
  for (const Point& p : places)
    if (p[1] < front + 20) sum += p - places.front(), ++count;
  const Point middle = places.front() + sum / count;
  return contains(label, middle) ? std::optional(middle) : std::nullopt;
}

struct Tally {
  int windows = 0, right = 0, rightAndSure = 0, wrong = 0, wrongAndSure = 0;
};

void count(Tally& tally, const LabelledScan& scan, const Volume& piece, const std::map<std::string, Point>& bodies) {
  const auto size = piece.hu->GetLargestPossibleRegion().GetSize();
  Point low, high;
  piece.hu->TransformIndexToPhysicalPoint({{0, 0, 0}}, low);
  piece.hu->TransformIndexToPhysicalPoint({{0, 0, static_cast<long>(size[2]) - 1}}, high);
  const double middle = (low[2] + high[2]) / 2;
  const auto clicked = std::min_element(bodies.begin(), bodies.end(), [&](const auto& a, const auto& b) {
    return std::abs(a.second[2] - middle) < std::abs(b.second[2] - middle);
  });
  if (clicked->second[2] <= std::min(low[2], high[2]) || clicked->second[2] >= std::max(low[2], high[2])) return;
  planning::Progress progress;
  auto spine = findSpine(piece, progress);
  if (!spine) return;
  ++tally.windows;
  const auto counted = countLevels(std::make_shared<const Spine>(std::move(*spine)), clicked->second, clicked->first);
  for (const CountedLevel& level : counted.levels) {
    const auto truth = scan.vertebrae.find(level.name);
    const bool right = truth != scan.vertebrae.end() && contains(*truth->second, level.middle);
    (right ? tally.right : tally.wrong) += 1;
    if (!level.sure) continue;
    (right ? tally.rightAndSure : tally.wrongAndSure) += 1;
    if (!right)
      std::printf("  WRONG AND SURE: %s at z %.1f, clicked %s, window %.0f to %.0f\n", level.name.c_str(),
                  level.middle[2], clicked->first.c_str(), low[2], high[2]);
  }
}

Tally tallied(const LabelledScan& scan, double windowMm) {
  std::map<std::string, Point> bodies;
  for (const auto& [name, mask] : scan.vertebrae)
    if (levelAbove(name, 0) && name != "S1")
      if (const auto body = bodyOf(*mask)) bodies[name] = *body;
  const long slices = static_cast<long>(scan.ct.hu->GetLargestPossibleRegion().GetSize()[2]);
  const double sliceMm = scan.ct.hu->GetSpacing()[2];
  const long length = windowMm > 0 ? std::min(slices, std::lround(windowMm / sliceMm)) : slices;
  const long step = std::max(1L, std::lround(20 / sliceMm));
  Tally tally;
  for (long first = 0; first + length <= slices; first += step)
    count(tally, scan, window(scan.ct, first, length), bodies);
  return tally;
}

void expectNoneWrongAndSure(const std::string& name, const LabelledScan& scan) {
  Tally all;
  for (const double windowMm : {60.0, 90.0, 130.0, 0.0}) {
    const Tally tally = tallied(scan, windowMm);
    std::printf("%s, %s: %d windows; right %d, of them sure %d; wrong %d, of them sure %d\n", name.c_str(),
                windowMm > 0 ? (std::to_string(std::lround(windowMm)) + " mm").c_str() : "whole", tally.windows,
                tally.right, tally.rightAndSure, tally.wrong, tally.wrongAndSure);
    EXPECT_EQ(tally.wrongAndSure, 0) << name << " in windows of " << windowMm << " mm";
    all.right += tally.right, all.rightAndSure += tally.rightAndSure, all.windows += tally.windows;
  }
  EXPECT_GT(all.windows, 0) << "nothing was counted";
  EXPECT_GE(2 * all.rightAndSure, all.right) << name << ": at least half of the right names stay sure";
}

}  // namespace

TEST(LevelsInWindows, areNeverWrongAndSureInTheLumbarScan) {
  if (!std::filesystem::exists(kData)) GTEST_SKIP() << "NO REAL DATA in " << kData << ": this test proves nothing here";
  expectNoneWrongAndSure("lumbar 3 mm", labelled("derived/lumbar_3mm/ct", "derived/lumbar_3mm/seg_total.dcm"));
}

TEST(LevelsInWindows, areNeverWrongAndSureInTheOtherLabelledScans) {
  if (!std::filesystem::exists(kData)) GTEST_SKIP() << "NO REAL DATA in " << kData << ": this test proves nothing here";
  expectNoneWrongAndSure("crop around L3", labelledCrop());
  expectNoneWrongAndSure("T11 and T12", labelled("derived/ts20_repaired/ct", "derived/ts20_repaired/seg.dcm"));
}

TEST(LevelsInWindows, areNeverWrongAndSureInTheDrawnBodiesSlow) {
  expectNoneWrongAndSure("lumbar, drawn", drawn(testdata::makeLumbarPhantom));
  expectNoneWrongAndSure("neck, drawn", drawn(testdata::makeNeckPhantom));
}

}  // namespace io
