#include "testdata/neck_phantom.h"

#include "planning/identity.h"
#include "testdata/answers.h"
#include "testdata/neck.h"

namespace testdata {
namespace {

const PhantomKind& neck() {
  static const PhantomKind kind{
      &makeNeckAnatomy,
      256,
      0,
      -68,
      92,
      {std::string(planning::kDemoId) + "-NECK", planning::kDemoIssuer, "Phantom^Neck", "19640229", "O"},
      "20240322",
      "20240315",
      "Neck CT",
      "Made-up neck",
      18};
  return kind;
}

/// Sound ones, and one through the vertebral artery.
std::vector<Wish> makeWishes(const Neck& neck) {
  const Frame &c45 = neck.levels[2].frame, &c56 = neck.levels[3].frame, &c67 = neck.levels[4].frame;
  const Frame& c2 = neck.axis().frame;
  return {
      {"cervical-foraminal", "C6", "left", "25Gx50", k25G, c56.toPatient(16.5, 11.1, 0), 95, 0},
      {"cervical-facet", "C4-C5", "left", "25Gx50", k25G, c45.toPatient(20, kNeckJointP, 0), 90, 0},
      {"cervical-interlaminar", "C6-C7", "none", "22Gx90", k22G, c67.toPatient(2.5, 23.3, -3), 15, -8},
      {"c1-c2", "C1-C2", "left", "25Gx90", k25G, c2.toPatient(18.5, 6, kAtlasJointU), 15, 0},
      {"cervical-foraminal", "C5", "right", "25Gx50", k25G, c45.toPatient(-11.8, 2.8, 0), -115, 0,
       "Right vertebral artery"},
  };
}

}  // namespace

planning::Volume makeNeckScan(const PhantomOptions& options) {
  return makeScan(neck(), options);
}

Phantom makeNeckPhantom(const PhantomOptions& options) {
  Phantom phantom = makePhantom(neck(), options);
  phantom.answers = makeAnswers(makeWishes(makeNeck()), phantom.structures);
  return phantom;
}

}  // namespace testdata
