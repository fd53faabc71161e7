#include "testdata/phantom.h"

#include <cmath>
#include <cstdio>

#include "planning/check.h"
#include "testdata/rendering.h"

namespace testdata {
namespace {

using planning::anatomy::Kind;
using planning::anatomy::Role;

constexpr double kNoiseHu = 13;

/// A prone patient is scanned as scanners do it: rows from the patient's left to the right, columns from back to front.
Lattice makeLattice(const PhantomKind& kind, const PhantomOptions& options) {
  const auto usable = [](int n) { return n > 0 && n < 10000; };
  planning::check(usable(options.columns) && usable(options.rows) && usable(options.slices),
                  "a phantom has voxels, and its UIDs hold four digits of each size");
  const double across = kind.fieldMm / options.columns, down = kind.fieldMm / options.rows;
  const double up = (kind.highestZ - kind.lowestZ) / options.slices, way = options.supine ? 1 : -1;
  Lattice lattice;
  lattice.size = {{static_cast<itk::SizeValueType>(options.columns), static_cast<itk::SizeValueType>(options.rows),
                   static_cast<itk::SizeValueType>(options.slices)}};
  lattice.step = planning::makeVector(way * across, way * down, up);
  lattice.origin = planning::makePoint(-way * (kind.fieldMm - across) / 2,
                                       kind.middleY - way * (kind.fieldMm - down) / 2, kind.lowestZ + up / 2);
  return lattice;
}

/// "2.25." and a number below 2^128 that holds everything that makes this object another one: the same options give the
/// same UIDs, always.
std::string uid(const PhantomKind& kind, const PhantomOptions& options, int object, int instance = 0) {
  char digits[64];
  std::snprintf(digits, sizeof digits, "2.25.%02d%010u%04d%04d%04d%d%02d%04d", kind.uidRoot, options.seed,
                options.columns, options.rows, options.slices, options.supine ? 1 : 2, object, instance);
  return digits;
}

planning::SeriesIdentity makeIdentity(const PhantomKind& kind, const PhantomOptions& options) {
  constexpr const char* kCtImageStorage = "1.2.840.10008.5.1.4.1.1.2";
  const std::string position = options.supine ? ", supine" : ", prone";
  planning::SeriesIdentity identity;
  identity.patient = kind.patient;
  identity.study = {uid(kind, options, 1),
                    options.supine ? "DEMO-SUPINE" : "DEMO-PRONE",
                    options.supine ? kind.supineDate : kind.proneDate,
                    "101500",
                    {},
                    kind.study + position,
                    {}};
  identity.seriesUid = uid(kind, options, 2);
  identity.frameOfReferenceUid = uid(kind, options, 3);
  identity.modality = "CT";
  identity.description = kind.series + position;
  identity.patientPosition = options.supine ? "HFS" : "HFP";
  for (int k = 0; k < options.slices; ++k)
    identity.instances.push_back({kCtImageStorage, uid(kind, options, 4, k + 1)});
  return identity;
}

std::array<std::uint8_t, 3> colourOf(Kind kind) {
  switch (kind) {
    case Kind::Artery:
      return {213, 60, 50};
    case Kind::Vein:
      return {60, 100, 200};
    case Kind::Nerve:
      return {240, 220, 60};
    case Kind::Dura:
      return {120, 200, 220};
    case Kind::Bone:
      return {230, 220, 190};
    case Kind::Disc:
      return {150, 190, 150};
    case Kind::Organ:
      return {190, 120, 80};
    case Kind::Muscle:
      return {170, 80, 80};
    default:
      return {200, 160, 140};
  }
}

PhantomStructure makeStructure(const NamedShape& named, std::string trackingUid,
                               planning::anatomy::Mask::Pointer mask) {
  PhantomStructure made;
  made.shape = named.shape;
  made.structure.name = named.name;
  made.structure.trackingUid = std::move(trackingUid);
  made.structure.kind = named.kind;
  made.structure.kindGuessed = false;
  made.structure.code = named.code;
  made.structure.side = named.side;
  made.structure.role = named.kind == Kind::Skin || named.kind == Kind::Muscle ? Role::Crossable : Role::Avoid;
  made.structure.confirmed = true;
  made.structure.source.name = "phantom";
  made.structure.colour = colourOf(named.kind);
  made.structure.shape = std::move(mask);
  return made;
}

planning::Volume scan(const PhantomKind& kind, const PhantomOptions& options, const Anatomy& anatomy,
                      const Lattice& lattice) {
  planning::Volume volume;
  volume.hu = render(anatomy.layers, lattice, kNoiseHu, options.seed);
  volume.identity = makeIdentity(kind, options);
  volume.sliceThicknessMm = lattice.step[2];
  for (int k = 0; k < options.slices; ++k) volume.sliceLocationsMm.push_back(lattice.at(0, 0, k)[2]);
  return volume;
}

}  // namespace

planning::Volume makeScan(const PhantomKind& kind, const PhantomOptions& options) {
  return scan(kind, options, kind.anatomy(options.supine), makeLattice(kind, options));
}

Phantom makePhantom(const PhantomKind& kind, const PhantomOptions& options) {
  const Anatomy anatomy = kind.anatomy(options.supine);
  const Lattice lattice = makeLattice(kind, options);
  Phantom phantom;
  phantom.volume = scan(kind, options, anatomy, lattice);
  int number = 0;
  for (const NamedShape& named : anatomy.structures)
    if (auto mask = makeMask(*named.shape, lattice))
      phantom.structures.push_back(makeStructure(named, uid(kind, options, 5, ++number), std::move(mask)));
  return phantom;
}

}  // namespace testdata
