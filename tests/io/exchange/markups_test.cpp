#include <gtest/gtest.h>

#include <fstream>

#include "io/exchange/markups_writer.h"
#include "io/exchange/needle_file.h"
#include "tests/io/report/sample_plan.h"
#include "tests/support/temporary_folder.h"

namespace {

using io::exchange::ForeignNeedles;
using planning::Expected;
using planning::makePoint;

Expected<ForeignNeedles> parsed(const std::string& text) {
  const support::TemporaryFolder folder;
  std::ofstream(folder / "a.mrk.json", std::ios::binary) << text;
  return io::exchange::parseNeedles(folder / "a.mrk.json");
}

/// A file as Slicer 5 saves one, with what is of no matter here left in.
std::string slicerFile(const std::string& markups) {
  return R"({
    "@schema": "https://raw.githubusercontent.com/slicer/slicer/master/Modules/Loadable/Markups/Resources/Schema/markups-schema-v1.0.3.json#",
    "markups": [)" +
         markups + "]}";
}

std::string point(const std::string& label, const std::string& position, const std::string& more = "") {
  return R"({"id": "1", "label": ")" + label +
         R"(", "description": "", "associatedNodeID": "vtkMRMLScalarVolumeNode1", "position": [)" + position +
         R"(], "orientation": [-1.0, -0.0, -0.0, -0.0, -1.0, -0.0, 0.0, 0.0, 1.0], "selected": true, "locked": false,
            "visibility": true, "positionStatus": "defined")" +
         more + "}";
}

std::string markup(const std::string& type, const std::string& system, const std::string& points,
                   const std::string& more = R"("coordinateUnits": "mm",)") {
  return R"({"type": ")" + type + R"(", "name": "L", )" +
         (system.empty() ? "" : R"("coordinateSystem": ")" + system + R"(", )") + more +
         R"( "locked": false, "labelFormat": "%N-%d", "controlPoints": [)" + points +
         R"(], "measurements": [{"name": "length", "enabled": true, "value": 80.5, "units": "mm"}],
             "display": {"visibility": true, "opacity": 1.0, "color": [0.4, 1.0, 1.0]}})";
}

const std::string kTwo = point("L-1", "-31.5, 95.125, -290.001") + "," + point("L-2", "-10.25, 20, -301.5");

/// The refusal's code and the key that it names.
std::pair<std::string, std::string> refused(const std::string& text) {
  const auto found = parsed(text);
  if (found) return {};
  const auto space = found.error().subject.find(' ');
  return {found.error().code, space == std::string::npos ? "" : found.error().subject.substr(space + 1)};
}

using Refusal = std::pair<std::string, std::string>;

}  // namespace

TEST(MarkupsReader, takesALineInLpsAsItStands) {
  const auto found = parsed(slicerFile(markup("Line", "LPS", kTwo)));
  ASSERT_TRUE(found) << found.error().code << found.error().detail;
  ASSERT_EQ(found->needles.size(), 1u);
  EXPECT_EQ(*found->needles[0].entry, makePoint(-31.5, 95.125, -290.001));
  EXPECT_EQ(found->needles[0].target, makePoint(-10.25, 20, -301.5));
  EXPECT_EQ(found->needles[0].name, "L");
  EXPECT_FALSE(found->patient);
}

TEST(MarkupsReader, turnsRasIntoLpsByTheSignsOfXAndY) {
  const auto found = parsed(slicerFile(markup("Line", "RAS", kTwo)));
  ASSERT_TRUE(found);
  EXPECT_EQ(*found->needles[0].entry, makePoint(31.5, -95.125, -290.001));
  EXPECT_EQ(found->needles[0].target, makePoint(10.25, -20, -301.5));
}

TEST(MarkupsReader, takesLabelsThatSayWhichIsWhich) {
  const auto found =
      parsed(slicerFile(markup("Line", "LPS", point("Target", "1,2,3") + "," + point("entry", "4,5,6"))));
  ASSERT_TRUE(found);
  EXPECT_EQ(*found->needles[0].entry, makePoint(4, 5, 6));
  EXPECT_EQ(found->needles[0].target, makePoint(1, 2, 3));
}

TEST(MarkupsReader, takesOnePointAsTargetAndTwoAsNeedleWhereThereIsNoLine) {
  const auto one = parsed(slicerFile(markup("Fiducial", "LPS", point("F-1", "1,2,3"))));
  ASSERT_TRUE(one);
  EXPECT_FALSE(one->needles[0].entry);
  EXPECT_EQ(one->needles[0].target, makePoint(1, 2, 3));
  const auto two = parsed(slicerFile(markup("Fiducial", "LPS", kTwo)));
  ASSERT_TRUE(two);
  EXPECT_EQ(*two->needles[0].entry, makePoint(-31.5, 95.125, -290.001));
  const auto both =
      parsed(slicerFile(markup("Fiducial", "LPS", point("F-1", "1,2,3")) + "," + markup("Line", "LPS", kTwo)));
  ASSERT_TRUE(both);
  ASSERT_EQ(both->needles.size(), 1u);
  EXPECT_TRUE(both->needles[0].entry);
  const auto three = kTwo + "," + point("F-3", "1,2,3");
  EXPECT_EQ(refused(slicerFile(markup("Fiducial", "LPS", three))).first, "no-needle-in-file");
  EXPECT_EQ(refused(slicerFile(markup("ROI", "LPS", kTwo))).first, "no-needle-in-file");
}

TEST(MarkupsReader, refusesWithTheKeyWhatCannotBeTold) {
  const std::string at = "markups[0].";
  EXPECT_EQ(refused(slicerFile(markup("Line", "", kTwo))), Refusal("coordinates-not-stated", at + "coordinateSystem"));
  EXPECT_EQ(refused(slicerFile(markup("Line", "LAS", kTwo))).first, "coordinates-not-stated");
  EXPECT_EQ(refused(slicerFile(markup("Line", "LPS", kTwo, R"("coordinateUnits": "um",)"))),
            Refusal("unknown-unit", at + "coordinateUnits"));
  EXPECT_EQ(
      refused(slicerFile(markup("Line", "LPS", kTwo, R"("coordinateUnits": ["cm", "UCUM", "centimeter"],)"))).first,
      "unknown-unit");
  EXPECT_EQ(refused(slicerFile(markup("Line", "LPS", point("L-1", "1,2,3")))),
            Refusal("not-two-points", at + "controlPoints"));
  EXPECT_EQ(refused(slicerFile(markup("Line", "LPS", kTwo + "," + point("L-3", "1,2,3")))).first, "not-two-points");
  EXPECT_EQ(refused(slicerFile(markup("Line", "LPS", ""))).first, "not-two-points");
}

TEST(MarkupsReader, takesMillimetresHoweverTheSchemaLetsThemBeSaid) {
  EXPECT_TRUE(parsed(slicerFile(markup("Line", "LPS", kTwo, ""))));  // its default
  EXPECT_TRUE(parsed(slicerFile(markup("Line", "LPS", kTwo, R"("coordinateUnits": ["mm", "UCUM", "millimeter"],)"))));
}

TEST(MarkupsReader, refusesPlacesThatAreNone) {
  const auto line = [](const std::string& position, const std::string& more = "") {
    return refused(slicerFile(markup("Line", "LPS", point("L-1", position, more) + "," + point("L-2", "1,2,3")))).first;
  };
  EXPECT_EQ(line("0,0,0"), "");
  for (const char* none : {"NaN,0,0", "1e999,0,0", "Infinity,0,0", "-1e300,0,0", "100001,0,0", "0,0", "0,0,0,0",
                           "\"1\",0,0", "null,0,0", ""})
    EXPECT_EQ(line(none), "broken-markups") << none;
  const std::string unset = R"({"id": "1", "label": "L-1", "position": [0,0,0], "positionStatus": "undefined"},)";
  EXPECT_EQ(refused(slicerFile(markup("Line", "LPS", unset + point("L-2", "1,2,3")))),
            Refusal("place-not-set", "markups[0].controlPoints[0].positionStatus"));
}

TEST(MarkupsReader, refusesWhatIsNoMarkupsFile) {
  EXPECT_EQ(refused("").first, "not-a-needle-file");
  EXPECT_EQ(refused("[1, 2]").first, "not-a-needle-file");
  EXPECT_EQ(refused("{}").first, "not-a-needle-file");
  EXPECT_EQ(refused(R"({"markups": {"type": "Line"}})").first, "not-a-needle-file");
  EXPECT_EQ(refused(R"({"markups": [1, null, "Line", []]})").first, "no-needle-in-file");
  EXPECT_EQ(refused(R"({"markups": [{"type": "Line", "coordinateSystem": "LPS", "controlPoints": 7}]})").first,
            "broken-markups");
  EXPECT_EQ(refused(slicerFile(markup("Line", "LPS", kTwo)).substr(0, 300)).first, "broken-markups");
  EXPECT_EQ(refused("{\"markups\": \"\xff\"}").first, "broken-markups");
  EXPECT_EQ(refused("{\"a\":" + std::string(1 << 20, '[')).first, "broken-markups");  // deeper than any honest file
  EXPECT_EQ(refused("{\"a\": \"" + std::string(5 << 20, 'x') + "\"}").first, "broken-markups");  // larger
  const support::TemporaryFolder folder;
  EXPECT_EQ(io::exchange::parseNeedles(folder / "absent.mrk.json").error().code, "cannot-read");
  EXPECT_EQ(io::exchange::parseNeedles(folder.path()).error().code, "cannot-read");
}

TEST(Markups, comeBackAsTheyWere) {
  planning::Plan plan = sample::richPlan();
  plan.choices.needles.resize(1);
  const auto text = io::exchange::toMarkups(plan);
  ASSERT_TRUE(text);
  const auto found = parsed(*text);
  ASSERT_TRUE(found) << found.error().code << found.error().detail;
  ASSERT_EQ(found->needles.size(), 1u);
  EXPECT_EQ(found->needles[0].name, "Aiguille 1");
  EXPECT_EQ(*found->needles[0].entry, *plan.choices.needles[0].entry);
  EXPECT_EQ(found->needles[0].target, *plan.choices.needles[0].target);
}

TEST(Markups, nameNoPatient) {
  const planning::Plan plan = sample::richPlan();
  const auto text = io::exchange::toMarkups(plan);
  ASSERT_TRUE(text);
  ASSERT_FALSE(plan.choices.scan.patient.id.empty());
  for (const auto& private_ : {plan.choices.scan.patient.id, plan.choices.scan.patient.name, plan.choices.operatorName})
    EXPECT_EQ(text->find(private_), std::string::npos) << private_;
}

TEST(Markups, ofAPlanWithoutPlacesAreRefused) {
  EXPECT_EQ(io::exchange::toMarkups(sample::targetOnly()).error().code, "no-placed-needle");
  planning::Plan projected = sample::richPlan();
  projected.choices.fluoroscopy.emplace();
  EXPECT_EQ(io::exchange::toMarkups(projected).error().code, "plan-not-in-patient");
}

TEST(ForeignNeedles, ofMarkupsAreTakenUnseenAndOnlyWhereThereIsOne) {
  const auto one = parsed(slicerFile(markup("Line", "LPS", kTwo)));
  ASSERT_TRUE(one);
  const auto places = io::exchange::importedFor(*one, {}, "/somewhere/plan.mrk.json");
  ASSERT_TRUE(places);
  EXPECT_EQ(places->source, "Slicer markups plan.mrk.json");
  EXPECT_TRUE(places->seenBy.empty());
  const auto two = parsed(slicerFile(markup("Line", "LPS", kTwo) + "," + markup("Line", "LPS", kTwo)));
  ASSERT_TRUE(two);
  EXPECT_EQ(io::exchange::importedFor(*two, {}, "a").error().code, "several-needles");
}
