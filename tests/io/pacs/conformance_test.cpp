#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "io/pacs/services.h"
#include "io/pacs/storage_classes.h"
#include "io/pacs/wire_watch.h"
#include "tests/paths.h"

namespace {

using namespace io::pacs;

std::string row(const std::string& a, const std::string& b) {
  return "| " + a + " | " + b + " |\n";
}
std::string row(const std::string& a, const std::string& b, const std::string& c, const std::string& d) {
  return "| " + a + " | " + b + " | " + c + " | " + d + " |\n";
}

std::string seconds(long count) {
  return std::to_string(count) + " s";
}

/// UIDs with the names that PS3.6 gives them, as DCMTK has them.
std::string named(const std::vector<std::string>& uids) {
  std::string rows;
  for (const auto& uid : uids) rows += row(dcmFindNameOfUID(uid.c_str(), "unknown"), uid);
  return rows;
}

std::string associations() {
  return "| | |\n|---|---|\n" + row("largest PDU received", std::to_string(kLargestPdu)) +
         row("implementation class UID", OFFIS_IMPLEMENTATION_CLASS_UID) +
         row("implementation version name", OFFIS_DTK_IMPLEMENTATION_VERSION_NAME);
}

std::string services() {
  return "| service | SOP class | role | when |\n|---|---|---|---|\n" +
         row("verification", kVerificationClass, "SCU", "`echo`, \"Test connection\"") +
         row("query", kFindClass, "SCU", "a search (STUDY), before a fetch (SERIES, IMAGE)") +
         row("worklist", kWorklistClass, "SCU", "\"Today\", where the settings say `worklist = yes`") +
         row("retrieve by C-GET", kGetClass, "SCU", "a fetch, also of what was sent, to compare") +
         row("storage of what a C-GET brings", "of the fetch", "SCP, by role selection", "within that association") +
         row("retrieve by C-MOVE", kMoveClass, "SCU", "instead of C-GET, where the settings have `move.to`") +
         row("storage of what a C-MOVE brings", "of the fetch, and verification", "SCP",
             "while that fetch runs, at `move.to`") +
         row("storage", "that of each file", "SCU", "`send`, the outbox");
}

std::string limits() {
  return "| | |\n|---|---|\n" + row("to be reached", seconds(kReachSeconds)) +
         row("silence", seconds(kSilenceSeconds)) +
         row("the answer to an object sent, a verification", seconds(kAnswerSeconds)) +
         row("a question", seconds(kQuestionSeconds) + ", " + std::to_string(kMostAnswers) + " answers") +
         row("the next object, and each quarter of a megabyte", seconds(kStepTime.count()));
}

std::map<std::string, std::string> tables() {
  auto syntaxes = plainSyntaxes();
  syntaxes.insert(syntaxes.end(), compressedSyntaxes().begin(), compressedSyntaxes().end());
  return {{"association", associations()},
          {"services", services()},
          {"usual classes", "| SOP class | UID |\n|---|---|\n" + named(usualClasses())},
          {"transfer syntaxes", "| transfer syntax | UID |\n|---|---|\n" + named(syntaxes)},
          {"limits", limits()}};
}

TEST(Conformance, saysWhatTheCodeSays) {
  const auto file = std::filesystem::path(NEEDLEPLAN_SOURCE_DIR) / "io/pacs/CONFORMANCE.md";
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const bool anew = std::getenv("NEEDLEPLAN_NEW_GOLDEN") != nullptr;
  for (const auto& [name, table] : tables()) {
    EXPECT_EQ(table.find("unknown"), std::string::npos) << table;
    const std::string mark = "<!-- of the code: " + name + " -->\n";
    ASSERT_NE(text.find(mark), std::string::npos) << name;
    const auto begin = text.find(mark) + mark.size(), end = text.find("<!-- end -->", begin);
    ASSERT_NE(end, std::string::npos) << name;
    if (anew)
      text.replace(begin, end - begin, table);
    else
      EXPECT_EQ(text.substr(begin, end - begin), table) << "NEEDLEPLAN_NEW_GOLDEN=1 writes it anew";
  }
  if (!anew) return;
  std::ofstream(file, std::ios::binary) << text;
  ADD_FAILURE() << file << " has been made anew: look at its difference";
}

}  // namespace
