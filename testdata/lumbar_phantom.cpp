#include "testdata/lumbar_phantom.h"

#include "planning/identity.h"
#include "testdata/answers.h"
#include "testdata/spine.h"

namespace testdata {
namespace {

/// All of the trunk's section, from L1's lower half to below the sacral hiatus.
const PhantomKind& lumbar() {
  static const PhantomKind kind{&makeLumbarAnatomy,
                                384,
                                -13,
                                -188,
                                52,
                                {planning::kDemoId, planning::kDemoIssuer, "Phantom^Lumbar", "19600229", "O"},
                                "20240308",
                                "20240301",
                                "Lumbar CT",
                                "Made-up lumbar spine",
                                17};
  return kind;
}

/// Sound ones, and one through a root.
std::vector<Wish> makeWishes(const Spine& spine) {
  const Frame &l34 = spine.levels[2].frame, &l45 = spine.levels[3].frame;
  const Frame &l3 = spine.vertebrae[2].frame, &s5 = spine.sacrum[4].frame;
  return {
      {"lumbar-interlaminar", "L4-L5", "none", "22Gx90", k22G, l45.toPatient(0, 31.8, -6), 10, 4},
      {"lumbar-foraminal", "L4-L5", "left", "22Gx90", k22G, l45.toPatient(18, 18.5, .5), 43, 3},
      {"lumbar-facet", "L4-L5", "left", "22Gx90", k22G, l45.toPatient(21.4, 36.65, 0), 43, 0},
      {"intradiscal", "L4-L5", "left", "22Gx150", k22G, l45.toPatient(0, 0, 0), 50, 7},
      {"caudal", "S4-S5", "none", "22Gx90", k22G, s5.toPatient(0, 9, 5), 0, -38},
      {"blood-patch", "L3-L4", "none", "18Gx90", k18G, l34.toPatient(0, 31.8, -4), 10, -12},
      {"general", "L3", "right", "22Gx150", k22G, l3.toPatient(-42, 2, 0), -18, 0},
      {"lumbar-foraminal", "L4-L5", "right", "22Gx90", k22G, l45.toPatient(-18, 14, 9), -42, 0, "L4 right nerve root"},
  };
}

}  // namespace

planning::Volume makeLumbarScan(const PhantomOptions& options) {
  return makeScan(lumbar(), options);
}

Phantom makeLumbarPhantom(const PhantomOptions& options) {
  Phantom phantom = makePhantom(lumbar(), options);
  phantom.answers = makeAnswers(makeWishes(makeSpine()), phantom.structures);
  return phantom;
}

}  // namespace testdata
