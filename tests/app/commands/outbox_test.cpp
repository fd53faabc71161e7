#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <fstream>

#include "io/images/ct_writer.h"
#include "testdata/lumbar_phantom.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

#include "tests/paths.h"

// The outbox as a site's scripts use it, without an archive: tests/pacs has those.
namespace {

namespace fs = std::filesystem;

class OutboxCommand : public testing::Test {
 protected:
  OutboxCommand() {
    fs::create_directories(folder_ / "config/needleplan");
    std::ofstream(folder_ / "config/needleplan/pacs.txt") << "[Main archive]\nhost = 127.0.0.1\nport = 1\n"
                                                             "called = ARCHIVE\ncalling = NEEDLE\noutbox = yes\n"
                                                             "[Other]\nhost = 127.0.0.1\nport = 1\n"
                                                             "called = OTHER\ncalling = NEEDLE\n";
    auto scan = testdata::makeLumbarScan({8, 8, 1});
    scan.identity.patient.issuer = "HOSPITAL";
    EXPECT_TRUE(io::writeCt(scan, folder_ / "ct"));
    slice_ = fs::directory_iterator(folder_ / "ct")->path().string();
  }
  support::ProgramRun run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "outbox");
    return support::runProgram(
        NEEDLEPLAN_PROGRAM, arguments,
        {"XDG_CONFIG_HOME=" + (folder_ / "config").string(), "XDG_DATA_HOME=" + (folder_ / "data").string()});
  }
  QJsonObject json(std::vector<std::string> arguments, int expected = 0) const {
    arguments.emplace_back("--json");
    const auto ran = run(arguments);
    EXPECT_EQ(ran.exitCode, expected) << ran.err;
    return QJsonDocument::fromJson(QByteArray::fromStdString(ran.out)).object();
  }
  static QJsonObject only(const QJsonObject& answer) {
    const auto entries = answer["entries"].toArray();
    EXPECT_EQ(entries.size(), 1);
    return entries.first().toObject();
  }

  support::TemporaryFolder folder_;
  std::string slice_;
};

TEST_F(OutboxCommand, keepsWhatItWasGivenUntilItIsVerified) {
  EXPECT_TRUE(json({"list"})["entries"].toArray().isEmpty());
  const auto added = only(json({"add", slice_}));
  EXPECT_EQ(added["state"], "queued");
  EXPECT_EQ(added["site"], "Main archive") << "the one that takes the outbox";
  EXPECT_EQ(added["proof"], "none");
  const auto tried = only(json({"send"}, 1));  // nobody listens there
  EXPECT_EQ(tried["state"], "queued");
  EXPECT_EQ(tried["reason_code"], "pacs-unreachable");
  EXPECT_EQ(tried["tries"], 1);
  EXPECT_FALSE(tried["next_try"].isNull());
  EXPECT_TRUE(json({"send"})["entries"].toArray().isEmpty()) << "it is not due yet";
  EXPECT_EQ(only(json({"send", "--all"}, 1))["tries"], 2);
  EXPECT_EQ(only(json({"send", tried["id"].toString().toStdString()}, 1))["tries"], 3);
  EXPECT_EQ(only(json({"list"}))["tries"], 3);
}

TEST_F(OutboxCommand, dropsWithAReasonAndLosesNothing) {
  const auto id = only(json({"add", slice_, "--site", "Other"}))["id"].toString().toStdString();
  EXPECT_EQ(run({"drop", id}).exitCode, 2) << "a reason is needed";
  EXPECT_EQ(json({"retry", id})["state"], "queued");
  EXPECT_EQ(json({"drop", id, "--why", "sent by hand"})["dropped_why"], "sent by hand");
  const auto listing = json({"list"});
  EXPECT_TRUE(listing["entries"].toArray().isEmpty());
  EXPECT_EQ(listing["dropped"].toArray().first().toObject()["id"].toString().toStdString(), id);
  EXPECT_TRUE(fs::exists(fs::path(listing["folder"].toString().toStdString()) / "dropped" / id / "object.dcm"));
  EXPECT_EQ(run({"retry", id}).exitCode, 1);
}

TEST_F(OutboxCommand, setsAsideWhatCannotBeRead) {
  json({"add", slice_});
  const fs::path folder = json({"list"})["folder"].toString().toStdString();
  std::ofstream(folder / "notes.txt") << "x";
  EXPECT_EQ(json({"list"})["unreadable"].toArray().size(), 1);
  EXPECT_EQ(json({"aside", "notes.txt"})["set_aside"], "notes.txt");
  EXPECT_TRUE(json({"list"})["unreadable"].toArray().isEmpty());
  EXPECT_EQ(json({"list"})["entries"].toArray().size(), 1);
  EXPECT_TRUE(fs::exists(folder / "aside/notes.txt"));
  EXPECT_EQ(run({"aside", "notes.txt"}).exitCode, 1);
}

TEST_F(OutboxCommand, refusesInOneLine) {
  const auto refusal = [&](const std::vector<std::string>& arguments) {
    const auto ran = run(arguments);
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    return ran.err;
  };
  EXPECT_NE(refusal({"add", slice_, "--site", "Nowhere"}).find("Main archive, Other"), std::string::npos);
  EXPECT_NE(refusal({"add", NEEDLEPLAN_PROGRAM}).find("DICOM"), std::string::npos);
  const auto demo = fs::directory_iterator(support::smallCase().ct)->path().string();
  EXPECT_NE(refusal({"add", demo}).find("demo case"), std::string::npos);
  EXPECT_NE(refusal({"retry", "none"}).find("none"), std::string::npos);
  fs::remove(folder_ / "config/needleplan/pacs.txt");
  EXPECT_NE(refusal({"add", slice_}).find("outbox = yes"), std::string::npos);
}

}  // namespace
