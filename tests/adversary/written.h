#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/adversary/honest.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

class DcmItem;

/// A plan that is right, on disk, and the program on it.
namespace adversary {

/// A scan with a SEG of the structures around the needle, and what `plan --complete` is to be told of them.
class Written {
 public:
  explicit Written(const Case& honest);

  std::filesystem::path ct() const { return folder_ / "ct"; }
  std::filesystem::path seg() const { return folder_ / "seg.dcm"; }
  std::filesystem::path out() const { return folder_ / "plan.dcm"; }

  /// `plan --complete`, site checked, with all honest answers.
  support::ProgramRun complete() const { return run(arguments); }
  support::ProgramRun verify(const std::filesystem::path& report) const;

  /// Puts an option's value in the place of the honest one.
  void answer(const std::string& option, const std::string& value);
  /// Takes an option and its value out, wherever it stands.
  void leaveOut(const std::string& option);

  std::vector<std::string> arguments;

 private:
  static support::ProgramRun run(const std::vector<std::string>& arguments);

  support::TemporaryFolder folder_;
};

/// Changes the data set of one file in place.
void edit(const std::filesystem::path& file, const std::function<void(DcmItem&)>& change);
/// Those of every file of a folder, in the order of their names.
void editAll(const std::filesystem::path& folder, const std::function<void(DcmItem&, std::size_t number)>& change);

}  // namespace adversary
