#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/adversary/kinds.h"
#include "tests/adversary/written.h"

// The program itself, on files with one thing wrong: `plan --complete` exits 1, says why, and writes nothing; `verify`
// does not agree. The same files without it become a completed plan with which `verify` agrees.
namespace adversary {
namespace {

constexpr unsigned kFew = 1, kMany = 6;

struct WrongRun {
  std::string name;
  std::string words;                             ///< that the refusal must hold
  std::function<bool(Written&, Random&)> plant;  ///< false: this case has no place for it
};

std::function<void(DcmItem&)> put(const DcmTagKey& tag, const std::string& value) {
  return [=](DcmItem& dataset) { dataset.putAndInsertString(tag, value.c_str()); };
}

std::function<bool(Written&, Random&)> inTheSeg(const DcmTagKey& tag, const std::string& value) {
  return [=](Written& made, Random&) {
    edit(made.seg(), put(tag, value));
    return true;
  };
}

std::function<bool(Written&, Random&)> answered(const std::string& option, const std::string& value) {
  return [=](Written& made, Random&) {
    made.answer(option, value);
    return true;
  };
}

std::function<bool(Written&, Random&)> without(const std::string& option) {
  return [=](Written& made, Random&) {
    made.leaveOut(option);
    return true;
  };
}

std::function<bool(Written&, Random&)> check(const std::string& id, const std::string& word) {
  return [=](Written& made, Random&) {
    for (auto& argument : made.arguments)
      if (argument.starts_with(id + "=")) argument = id + "=" + word;
    return true;
  };
}

bool otherSide(Written& made, Random&) {
  const auto at = std::find(made.arguments.begin(), made.arguments.end(), "--side");
  if (at == made.arguments.end() || *(at + 1) == "none") return false;
  *(at + 1) = *(at + 1) == "left" ? "right" : "left";
  return true;
}

std::vector<std::filesystem::path> slicesOf(const Written& made) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(made.ct())) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

bool aSliceMissing(Written& made, Random& random) {
  const auto files = slicesOf(made);
  std::filesystem::remove(files[5 + oneOf(random, files.size() - 10)]);
  return true;
}

bool aSliceOfAnother(Written& made, Random& random) {
  const auto files = slicesOf(made);
  edit(files[5 + oneOf(random, files.size() - 10)], put(DCM_PatientID, "SOMEBODY"));
  return true;
}

/// One slice moved by a third of the distance between slices.
bool aSliceMoved(Written& made, Random& random) {
  const auto files = slicesOf(made);
  edit(files[5 + oneOf(random, files.size() - 10)], [](DcmItem& dataset) {
    OFString place;
    dataset.findAndGetOFString(DCM_ImagePositionPatient, place, 2);
    OFString x, y;
    dataset.findAndGetOFString(DCM_ImagePositionPatient, x, 0);
    dataset.findAndGetOFString(DCM_ImagePositionPatient, y, 1);
    const auto text = std::string(x.c_str()) + "\\" + y.c_str() + "\\" + std::to_string(std::atof(place.c_str()) + 1.3);
    dataset.putAndInsertString(DCM_ImagePositionPatient, text.c_str());
  });
  return true;
}

bool spacingInCentimetres(Written& made, Random&) {
  editAll(made.ct(), [](DcmItem& dataset, std::size_t) {
    OFString row, column;
    dataset.findAndGetOFString(DCM_PixelSpacing, row, 0);
    dataset.findAndGetOFString(DCM_PixelSpacing, column, 1);
    const auto text =
        std::to_string(std::atof(row.c_str()) / 10) + "\\" + std::to_string(std::atof(column.c_str()) / 10);
    dataset.putAndInsertString(DCM_PixelSpacing, text.c_str());
  });
  return true;
}

/// The pixels of one slice in the opposite order: upside down and mirrored.
bool aSliceTurned(Written& made, Random& random) {
  const auto files = slicesOf(made);
  edit(files[5 + oneOf(random, files.size() - 10)], [](DcmItem& dataset) {
    const Uint16* pixels = nullptr;
    unsigned long count = 0;
    dataset.findAndGetUint16Array(DCM_PixelData, pixels, &count);
    std::vector<Uint16> turned(pixels, pixels + count);
    std::reverse(turned.begin(), turned.end());
    dataset.putAndInsertUint16Array(DCM_PixelData, turned.data(), count);
  });
  return true;
}

bool valuesTenfold(Written& made, Random&) {
  editAll(made.ct(), [](DcmItem& dataset, std::size_t) {
    Float64 slope = 1, intercept = 0;
    dataset.findAndGetFloat64(DCM_RescaleSlope, slope);
    dataset.findAndGetFloat64(DCM_RescaleIntercept, intercept);
    dataset.putAndInsertString(DCM_RescaleSlope, std::to_string(10 * slope).c_str());
    dataset.putAndInsertString(DCM_RescaleIntercept, std::to_string(10 * intercept).c_str());
  });
  return true;
}

bool automatic(Written& made, Random&) {
  edit(made.seg(), [](DcmItem& dataset) {
    DcmSequenceOfItems* segments = nullptr;
    dataset.findAndGetSequence(DCM_SegmentSequence, segments);
    for (unsigned long i = 0; segments != nullptr && i < segments->card(); ++i)
      put(DCM_SegmentAlgorithmType, "AUTOMATIC")(*segments->getItem(i));
  });
  return true;
}

bool turnedOver(Written& made, Random&) {
  editAll(made.ct(), [](DcmItem& dataset, std::size_t) {
    OFString position;
    dataset.findAndGetOFString(DCM_PatientPosition, position);
    dataset.putAndInsertString(DCM_PatientPosition, position == "HFP" ? "HFS" : "HFP");
  });
  return true;
}

bool noLevel(Written& made, Random&) {
  made.leaveOut("--level");
  made.leaveOut("--level-seen-by");
  return true;
}

std::vector<WrongRun> wrongRuns() {
  return {
      {"the other side stated", "is stated, and the needle is on the side", otherSide},
      {"free text for a level", "is none of the route's", answered("--level", "somewhere low")},
      {"no level", "the level is not stated", noLevel},
      {"level not seen by anybody", "no vertebrae are counted there", without("--level-seen-by")},
      {"no site check", "site check", without("--site-check")},
      {"infection", "Infection at the puncture site", check("infection", "yes")},
      {"anticoagulant without a relay", "until a relay, a stop or a continuation", check("anticoagulant", "yes")},
      {"a check not known", "The answer is not known", check("infection", "unknown")},
      {"checks left out", "checks before the needle are not answered", without("--check")},
      {"no structures", ": unknown", without("--structures")},
      {"structures of another patient", "another patient", inTheSeg(DCM_PatientID, "SOMEBODY")},
      {"structures of another issuer's patient", "another patient", inTheSeg(DCM_IssuerOfPatientID, "ELSEWHERE")},
      {"structures without a patient", "names no patient", inTheSeg(DCM_PatientID, "")},
      {"structures in another frame of reference", "frame of reference", inTheSeg(DCM_FrameOfReferenceUID, "2.25.77")},
      {"structures that nobody confirmed", ": unknown", automatic},
      {"a slice missing", "Slices are missing", aSliceMissing},
      {"a slice of another patient", "lices", aSliceOfAnother},
      {"a slice moved", "not evenly spaced", aSliceMoved},
      {"spacing in centimetres", "outside", spacingInCentimetres},
      {"a slice upside down", "turned against each other", aSliceTurned},
      {"values ten times too large", "400 HU and more", valuesTenfold},
      {"lying otherwise", "the procedure is done", turnedOver}};
}

/// Of a lumbar body in one seed, of a prone neck in the next; a route each.
Case someCase(const Body& body, Random& random) {
  std::vector<testdata::PhantomAnswer> paths;
  for (const auto& path : body.paths)
    if (path.routeId == "lumbar-facet" || path.routeId == "lumbar-foraminal" || path.routeId == "intradiscal" ||
        path.routeId == "cervical-facet")
      paths.push_back(path);
  return honestCase(body, paths[oneOf(random, paths.size())], random);
}

/// `verify` on the completed plan: with another header, and on other pixels under the same UIDs.
void expectEditsNoticed(const Written& made, Random& random, Tally& tally);

void expectNoneCompleted(unsigned count) {
  Tally tally;
  for (const unsigned seed : seeds(count)) {
    Random random(seed);
    const Body body = makeBody(seed % 3 == 0 ? Region::ProneNeck : Region::Lumbar, seed);
    const Case honest = someCase(body, random);
    SCOPED_TRACE(honest.text() + "; repeat with NEEDLEPLAN_ADVERSARY_SEED=" + std::to_string(seed));
    {
      const Written twin(honest);
      const auto done = twin.complete();
      tally.countHonest(done.exitCode == 0);
      ASSERT_EQ(done.exitCode, 0) << "the honest twin: " << done.err;
      EXPECT_TRUE(std::filesystem::exists(twin.out()));
      EXPECT_EQ(twin.verify(twin.out()).exitCode, 0);
      expectEditsNoticed(twin, random, tally);
    }
    for (const WrongRun& wrong : wrongRuns()) {
      SCOPED_TRACE(wrong.name);
      Written made(honest);
      if (!wrong.plant(made, random)) continue;
      const auto run = made.complete();
      const bool told = run.err.find(wrong.words) != std::string::npos;
      tally.count(wrong.name, "\"" + wrong.words + "\"", run.exitCode == 1 && told);
      EXPECT_EQ(run.exitCode, 1) << run.out << run.err;
      EXPECT_TRUE(told) << run.err;
      EXPECT_FALSE(std::filesystem::exists(made.out()));
      if (std::getenv("NEEDLEPLAN_ADVERSARY_SAY") != nullptr)
        std::printf("%s: %s\n", wrong.name.c_str(), run.err.c_str());
    }
  }
  tally.print("the program");
}

void expectDisagrees(const char* kind, const Written& made, const std::filesystem::path& report, Tally& tally) {
  const auto run = made.verify(report);
  tally.count(kind, "verify", run.exitCode == 1);
  EXPECT_EQ(run.exitCode, 1) << kind << run.out << run.err;
}

void expectEditsNoticed(const Written& made, Random& random, Tally& tally) {
  const auto edited = made.out().parent_path() / "edited.dcm";
  std::filesystem::copy_file(made.out(), edited);
  edit(edited, put(DCM_PatientBirthDate, "19700101"));
  expectDisagrees("verify: another birth date", made, edited, tally);
  // Other pixels under the same UIDs: mirrored, then (on top of it) moved.
  editAll(made.ct(), [](DcmItem& dataset, std::size_t) {
    Uint16 columns = 0;
    const Uint16* pixels = nullptr;
    unsigned long count = 0;
    dataset.findAndGetUint16(DCM_Columns, columns);
    dataset.findAndGetUint16Array(DCM_PixelData, pixels, &count);
    std::vector<Uint16> mirrored(pixels, pixels + count);
    for (std::size_t row = 0; row < count; row += columns)
      std::reverse(mirrored.begin() + static_cast<long>(row), mirrored.begin() + static_cast<long>(row + columns));
    dataset.putAndInsertUint16Array(DCM_PixelData, mirrored.data(), count);
  });
  expectDisagrees("verify: mirrored pixels", made, made.out(), tally);
  const double byMm = between(random, 0.5, 20);
  editAll(made.ct(), [&](DcmItem& dataset, std::size_t) {
    OFString x, y, z;
    dataset.findAndGetOFString(DCM_ImagePositionPatient, x, 0);
    dataset.findAndGetOFString(DCM_ImagePositionPatient, y, 1);
    dataset.findAndGetOFString(DCM_ImagePositionPatient, z, 2);
    const auto text = std::to_string(std::atof(x.c_str()) + byMm) + "\\" + y.c_str() + "\\" + z.c_str();
    dataset.putAndInsertString(DCM_ImagePositionPatient, text.c_str());
  });
  expectDisagrees("verify: moved scan", made, made.out(), tally);
}

}  // namespace

TEST(WrongFiles, completeNothing) {
  expectNoneCompleted(kFew);
}
TEST(WrongFiles, completeNothingSlow) {
  expectNoneCompleted(kMany);
}

}  // namespace adversary
