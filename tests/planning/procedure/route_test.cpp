#include "planning/procedure/routes.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "planning/procedure/margins.h"
#include "planning/procedure/words.h"

namespace planning::procedure {
namespace {

using anatomy::Kind;
using anatomy::Role;
using anatomy::Side;

anatomy::Structure named(const std::string& name, Kind kind) {
  anatomy::Structure structure;
  structure.name = name;
  structure.kind = kind;
  return structure;
}

const RequiredStructure& required(const char* route, const char* id) {
  for (const RequiredStructure& one : routesInUse().find(route)->required)
    if (one.id == id) return one;
  throw std::runtime_error(id);
}

std::vector<std::string> requiredIds(const Route& route) {
  std::vector<std::string> ids;
  for (const auto& one : route.required) ids.push_back(one.id);
  return ids;
}

}  // namespace

// planning/procedure/README.md, "Routes", row by row.
TEST(Routes, areThoseOfTheTable) {
  const struct {
    const char* id;
    std::vector<std::string> required;
    const char* needle;
    double duraMm;
  } rows[] = {
      {"lumbar-interlaminar", {"dura"}, "22Gx90", 0},
      {"lumbar-foraminal", {"exiting-root", "dura", "radicular-artery", "aorta", "vena-cava"}, "22Gx90", 0},
      {"caudal", {"dura"}, "22Gx90", 0},
      {"lumbar-facet", {"nerve-root"}, "22Gx90", 2},
      {"cervical-foraminal", {"vertebral-artery", "exiting-root", "dura", "carotid", "jugular"}, "25Gx50", 2},
      {"cervical-facet", {"vertebral-artery", "nerve-root", "dura"}, "25Gx50", 2},
      {"cervical-interlaminar", {"dura", "spinal-cord"}, "22Gx90", 0},
      {"c1-c2", {"vertebral-artery", "c2-root", "dura"}, "25Gx90", 2},
      {"intradiscal", {"exiting-root", "traversing-root", "dura", "aorta", "vena-cava"}, "22Gx150", 2},
      {"blood-patch", {"dura"}, "18Gx90", 0},
      {"general", {}, "", 2},
  };
  ASSERT_EQ(routesInUse().size(), std::size(rows));
  for (std::size_t i = 0; i < routesInUse().size(); ++i) {
    const Route& route = routesInUse()[i];
    EXPECT_EQ(route.id, rows[i].id);
    EXPECT_EQ(requiredIds(route), rows[i].required) << route.id;
    EXPECT_EQ(route.usualNeedle ? needle::format(*route.usualNeedle) : "", rows[i].needle) << route.id;
    EXPECT_EQ(route.marginsMm.at(Kind::Dura), rows[i].duraMm) << route.id;
  }
}

// planning/procedure/README.md, "Rules": what each needle must keep to beyond the distances, and the slice it is
// planned in.
TEST(Routes, haveTheirGeometricRulesAndLayout) {
  const struct {
    const char* id;
    std::vector<std::string> rules;
    const char* layout;
    std::vector<std::string> positions;
  } rows[] = {
      {"lumbar-interlaminar", {"from-behind", "between-laminae"}, "axial", {"prone"}},
      {"lumbar-foraminal", {"from-the-side", "away-from-upper-third", "below-upper-third"}, "axial", {"prone"}},
      {"caudal", {"through-hiatus", "skin-angle", "caudal-advance"}, "sagittal", {"prone"}},
      {"lumbar-facet", {"from-the-side", "along-joint-line"}, "axial", {"prone"}},
      {"cervical-foraminal",
       {"from-the-side-prone", "from-the-side-supine", "from-the-side-decubitus", "behind-vertebral-artery",
        "posterior-foramen"},
       "axial",
       {"prone", "supine", "decubitus"}},
      {"cervical-facet", {"from-the-side", "behind-vertebral-artery"}, "axial", {"prone", "decubitus"}},
      {"cervical-interlaminar", {"from-behind", "between-laminae", "not-above-c6-c7"}, "sagittal", {"prone"}},
      {"c1-c2", {"posterolateral", "lateral-to-sac"}, "axial", {"prone", "decubitus"}},
      {"intradiscal", {"from-the-side", "kambin", "lateral-to-dura"}, "axial", {"prone"}},
      {"blood-patch", {"from-behind", "between-laminae"}, "axial", {"prone", "decubitus"}},
      {"general", {}, "axial", {}},
  };
  ASSERT_EQ(routesInUse().size(), std::size(rows));
  for (std::size_t i = 0; i < routesInUse().size(); ++i) {
    const Route& route = routesInUse()[i];
    std::vector<std::string> ids;
    for (const auto& rule : route.rules) {
      ids.push_back(rule.id);
      EXPECT_FALSE(rule.text.english.empty() || rule.text.french.empty() || rule.source.empty()) << rule.id;
      EXPECT_EQ(routesInUse().ruleText(route.id + "/" + rule.id).french, rule.text.french);
    }
    EXPECT_EQ(ids, rows[i].rules) << route.id;
    EXPECT_EQ(route.layout, rows[i].layout) << route.id;
    EXPECT_EQ(route.positions, rows[i].positions) << route.id;
    EXPECT_FALSE(route.placement.empty()) << route.id;
    for (const auto& figure : route.placement) EXPECT_FALSE(figure.error.source.empty()) << route.id;
  }
}

TEST(Routes, areWholeInBothLanguages) {
  for (const Route& route : routesInUse()) {
    for (const Bilingual& text : {route.name, route.level, route.guidance, route.target}) {
      EXPECT_FALSE(text.english.empty()) << route.id;
      EXPECT_FALSE(text.french.empty()) << route.id;
    }
    for (const auto& limit : route.limits) EXPECT_FALSE(limit.source.empty()) << limit.id;
    for (const auto& one : route.required) EXPECT_FALSE(one.kinds.empty()) << one.id;
  }
}

TEST(Routes, haveAMarginForEveryKind) {
  const std::pair<Kind, double> table[] = {{Kind::Artery, 2}, {Kind::Vessel, 2}, {Kind::Vein, 1}, {Kind::Nerve, 2},
                                           {Kind::Lung, 5},   {Kind::Organ, 3},  {Kind::Bone, 0}};
  for (const Route& route : routesInUse()) {
    EXPECT_EQ(route.marginsMm.size(), static_cast<std::size_t>(Kind::Other) + 1) << route.id;
    for (const auto& [kind, mm] : table) EXPECT_EQ(route.marginsMm.at(kind), mm) << route.id << anatomy::word(kind);
  }
  EXPECT_EQ(defaultMarginMm(Kind::Dura), 2);
}

TEST(Routes, carryThePublishedLimits) {
  std::set<std::string> sources;
  for (const Route& route : routesInUse())
    for (const auto& limit : route.limits) sources.insert(limit.source);
  for (const char* source : {"PMID 31260064, 488 CT angiograms", "doi 10.1111/pme.12121", "PMID 19637298",
                             "Mayo series, 113 arteries (Pain Medicine 2010, 11: 1756)", "preprint rs-6675174",
                             "PMC4499536", "doi 10.1259/bjr.20130310", "PMC10544812", "site default"})
    EXPECT_TRUE(sources.count(source)) << source;
}

// The operator sees where each rule, limit and figure comes from: no file of this project says that.
TEST(Routes, showAPaperAPageOrTheSiteAsEverySource) {
  const auto isOrigin = [](const std::string& source) {
    for (const char* start :
         {"PMID ", "PMC", "doi ", "preprint ", "Mayo series", "French imaging centre", "site default"})
      if (source.starts_with(start)) return source.find(".md") == std::string::npos;
    return false;
  };
  for (const Route& route : routesInUse()) {
    for (const auto& rule : route.rules) EXPECT_TRUE(isOrigin(rule.source)) << route.id << ' ' << rule.source;
    for (const auto& limit : route.limits) EXPECT_TRUE(isOrigin(limit.source)) << route.id << ' ' << limit.source;
    for (const auto& figure : route.placement)
      EXPECT_TRUE(isOrigin(figure.error.source)) << route.id << ' ' << figure.error.source;
  }
  EXPECT_TRUE(isOrigin(needle::phantomFigure().error.source));
}

TEST(Required, isMetByNamesInBothLanguagesAndBySegmenters) {
  const auto& dura = required("lumbar-foraminal", "dura");
  for (const char* name : {"Dura", "thecal sac", "Sac dural", "Dure-mère", "TS"})
    EXPECT_TRUE(meets(dura, named(name, Kind::Dura))) << name;
  EXPECT_FALSE(meets(dura, named("spinal_cord", Kind::Dura)));  // smaller than the sac
  EXPECT_FALSE(meets(dura, named("Dura", Kind::Bone)));
  const auto& aorta = required("lumbar-foraminal", "aorta");
  for (const char* name : {"aorta", "Aorte abdominale", "abdominal_aorta"})
    EXPECT_TRUE(meets(aorta, named(name, Kind::Artery)));
  EXPECT_FALSE(meets(aorta, named("iliac_artery_left", Kind::Artery)));
  const auto& cava = required("intradiscal", "vena-cava");
  for (const char* name : {"inferior_vena_cava", "Veine cave inférieure", "IVC", "VCI"})
    EXPECT_TRUE(meets(cava, named(name, Kind::Vein))) << name;
  EXPECT_FALSE(meets(cava, named("superior_vena_cava", Kind::Vein)));
  EXPECT_TRUE(meets(required("lumbar-foraminal", "radicular-artery"), named("Artère radiculaire L5", Kind::Artery)));
  EXPECT_TRUE(meets(required("cervical-interlaminar", "spinal-cord"), named("spinal_cord", Kind::Nerve)));
  EXPECT_TRUE(meets(required("c1-c2", "vertebral-artery"), named("vertebral_artery_left", Kind::Vessel)));
}

TEST(Required, isMetByItsCodeAlone) {
  auto structure = named("segment 4", Kind::Vessel);
  structure.code = anatomy::Code{"15825003", "SCT", "Aorta"};
  EXPECT_TRUE(meets(required("lumbar-foraminal", "aorta"), structure));
  structure.code->scheme = "99OTHER";
  EXPECT_FALSE(meets(required("lumbar-foraminal", "aorta"), structure));
}

TEST(Required, rootIsMetByANerveOfANamedLevel) {
  const auto& root = required("lumbar-foraminal", "exiting-root");
  for (const char* name : {"Nerve root L5 left", "Racine L5 gauche", "L5 left"})
    EXPECT_TRUE(meets(root, named(name, Kind::Nerve))) << name;
  EXPECT_FALSE(meets(root, named("sciatic nerve", Kind::Nerve)));
  EXPECT_FALSE(meets(root, named("spinal cord L1", Kind::Nerve)));
}

TEST(Place, tellsLeftFromRight) {
  const auto& root = required("lumbar-foraminal", "exiting-root");
  const auto place = [&](const char* name) { return placeOf(root, named(name, Kind::Nerve), Side::Left, "L5"); };
  EXPECT_EQ(place("Root L5 left"), Place::Here);
  EXPECT_EQ(place("Racine L5 gauche"), Place::Here);
  EXPECT_EQ(place("Root L5 right"), Place::Elsewhere);
  EXPECT_EQ(place("Racine L5 droite"), Place::Elsewhere);
  EXPECT_EQ(place("Root L5"), Place::CannotTell);
  EXPECT_EQ(place("Root left"), Place::CannotTell);
  EXPECT_EQ(place("Root L4 left"), Place::Elsewhere);
  auto structure = named("Root L5", Kind::Nerve);
  structure.side = Side::Right;
  EXPECT_EQ(placeOf(root, structure, Side::Left, "L5"), Place::Elsewhere);
  structure.side = Side::Bilateral;
  EXPECT_EQ(placeOf(root, structure, Side::Left, "L5"), Place::Here);
  EXPECT_EQ(placeOf(root, structure, std::nullopt, "L5"), Place::CannotTell);
}

TEST(Place, doesNotMatterForWhatLiesInTheMiddle) {
  EXPECT_EQ(placeOf(required("caudal", "dura"), named("Dura", Kind::Dura), std::nullopt, ""), Place::Here);
}

TEST(ExitingRoot, leavesBelowItsLumbarAndAboveItsCervicalVertebra) {
  EXPECT_EQ(exitingRoot("L5"), "L5");
  EXPECT_EQ(exitingRoot("L4-L5"), "L4");
  EXPECT_EQ(exitingRoot("L5/S1"), "L5");
  EXPECT_EQ(exitingRoot("l4-5"), "L4");
  EXPECT_EQ(exitingRoot("C5-C6"), "C6");
  EXPECT_EQ(exitingRoot("C7-T1"), "C8");
  EXPECT_EQ(exitingRoot("C1-C2"), "C2");
  EXPECT_EQ(exitingRoot("T12-L1"), "T12");
  EXPECT_EQ(exitingRoot("the lower one"), "");
  EXPECT_EQ(exitingRoot(""), "");
}

TEST(StatedLevel, isOneLevelAndNothingElse) {
  EXPECT_EQ(statedLevel("L4-L5"), "L4-L5");
  EXPECT_EQ(statedLevel("l4/5"), "L4-L5");
  EXPECT_EQ(statedLevel(" L4 "), "L4");
  EXPECT_EQ(statedLevel("C7-T1"), "C7-T1");
  for (const char* text : {"", "lumbar", "L4 left", "L4-L5, L5-S1", "about L4-L5", "L"})
    EXPECT_FALSE(statedLevel(text)) << text;
}

TEST(StatedLevel, isOfVertebraeThatABodyHas) {
  for (const char* text : {"C1", "C8", "T12", "T13-L1", "L6-S1", "S5"}) EXPECT_TRUE(statedLevel(text)) << text;
  for (const char* text : {"C0", "C9", "T14", "L7", "L9", "S6", "C11-C12", "L5-L7"})
    EXPECT_FALSE(statedLevel(text)) << text;
}

TEST(RequiredRoot, traversingIsThatOfTheLevelBelow) {
  EXPECT_EQ(requiredRoot(required("intradiscal", "exiting-root"), "L4-L5"), "L4");
  EXPECT_EQ(requiredRoot(required("intradiscal", "traversing-root"), "L4-L5"), "L5");
  EXPECT_EQ(requiredRoot(required("intradiscal", "traversing-root"), "L5-S1"), "S1");
}

// README.md, "Routes".
TEST(SideOf, isTheRoutesOwn) {
  const std::map<std::string, SideOf> expected{{"lumbar-interlaminar", SideOf::Nothing},
                                               {"lumbar-foraminal", SideOf::Target},
                                               {"caudal", SideOf::Nothing},
                                               {"lumbar-facet", SideOf::Target},
                                               {"cervical-foraminal", SideOf::Target},
                                               {"cervical-facet", SideOf::Target},
                                               {"cervical-interlaminar", SideOf::Nothing},
                                               {"c1-c2", SideOf::Target},
                                               {"intradiscal", SideOf::Entry},
                                               {"blood-patch", SideOf::Nothing},
                                               {"general", SideOf::Body}};
  for (const Route& route : builtInRoutes()) EXPECT_EQ(route.sideOf, expected.at(route.id)) << route.id;
}

TEST(Words, arePlainAndWhole) {
  EXPECT_EQ(plainWords("Artère_Radiculaire  (L5)"), " artere radiculaire l5 ");
  EXPECT_EQ(plainWords("ÉPIDURALE Œil ça"), " epidurale il ca ");
  EXPECT_EQ(plainWords(""), " ");
  EXPECT_TRUE(holdsWord("nerve roots", "root"));
  EXPECT_FALSE(holdsWord("epidural fat", "dura"));
  EXPECT_FALSE(holdsWord("anything", ""));
}

TEST(Role, onARouteFollowsKindAndTarget) {
  const Route& facet = *routesInUse().find("lumbar-facet");
  EXPECT_EQ(roleOnRoute(facet, Kind::Muscle, 50), Role::Crossable);
  EXPECT_EQ(roleOnRoute(facet, Kind::Bone, 0.5), Role::Target);
  EXPECT_EQ(roleOnRoute(facet, Kind::Bone, 30), Role::Avoid);
  EXPECT_EQ(roleOnRoute(facet, Kind::Nerve, 0), Role::Avoid);
  const Route& disc = *routesInUse().find("intradiscal");
  EXPECT_EQ(roleOnRoute(disc, Kind::Disc, -12), Role::Target);
  EXPECT_EQ(roleOnRoute(disc, Kind::Bone, 1), Role::Avoid);
  EXPECT_EQ(roleOnRoute(*routesInUse().find("lumbar-foraminal"), Kind::Bone, 1), Role::Avoid);
}

TEST(BodyPosition, isThatOfThePatientPosition) {
  EXPECT_EQ(bodyPosition("HFP"), "prone");
  EXPECT_EQ(bodyPosition("FFS"), "supine");
  EXPECT_EQ(bodyPosition("HFDL"), "decubitus");
  EXPECT_EQ(bodyPosition(""), "");
}

}  // namespace planning::procedure
