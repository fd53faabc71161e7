#include "io/practice/exercise_folder.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <span>

#include "io/files/safe_file.h"
#include "io/files/text_file.h"
#include "io/practice/sealed.h"
#include "io/reading/report_reader.h"
#include "io/reading/structure_reader.h"
#include "planning/plan/taken_choices.h"
#include "planning/practice/attempt_text.h"
#include "planning/practice/exercise_text.h"
#include "planning/practice/score.h"

namespace io::practice {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::refuse;

constexpr std::uintmax_t kLargestExercise = 64 << 10, kLargestAttempt = 16 << 20;
constexpr const char* kExerciseFile = "exercise.txt";
constexpr const char* kAnswersFile = "answers.txt";

/// The error's line becomes "file, line 12".
planning::Error inFile(planning::Error error, const fs::path& file) {
  error.subject = error.subject.empty() ? file.string() : file.string() + ", " + error.subject;
  return error;
}

/// Sealed files on disk while they are read, for their owner alone. De-identified: they tell of nobody.
class Unsealed {
 public:
  Unsealed() {
    std::string place = (fs::temp_directory_path() / "needleplan-XXXXXX").string();
    if (::mkdtemp(place.data()) != nullptr) folder_ = place;
  }
  Unsealed(const Unsealed&) = delete;
  Unsealed& operator=(const Unsealed&) = delete;
  ~Unsealed() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
  }

  Expected<void> write(const std::vector<SealedFile>& files) {
    for (const auto& file : files) {
      std::ofstream stream(folder_ / file.name, std::ios::binary);
      stream.write(reinterpret_cast<const char*>(file.bytes.data()), static_cast<std::streamsize>(file.bytes.size()));
      if (folder_.empty() || !stream.flush()) return refuse("cannot-write", (folder_ / file.name).string());
    }
    return {};
  }
  fs::path operator/(const std::string& name) const { return folder_ / name; }

 private:
  fs::path folder_;
};

Expected<planning::Plan> expertIn(const fs::path& file, const ExerciseFolder& exercise) {
  auto plan = report::readPlan(file);
  if (!plan) return plan;
  const fs::path sealed = exercise.folder / kSealFile;
  if (plan->choices.scan.seriesUid != exercise.exercise.seriesUid)
    return refuse("exercise-expert", sealed.string(), plan->choices.scan.seriesUid);
  if (planning::practice::placedNeedle(*plan) == nullptr)
    return refuse("exercise-expert", sealed.string(), file.filename().string());
  return plan;
}

Expected<void> addStructures(OpenedAnswers& opened, const fs::path& file, const planning::Volume& scan,
                             planning::Progress& progress) {
  auto set = readStructures(file, scan, progress);
  if (!set) return tl::unexpected(set.error());
  for (auto& structure : set->structures) {
    if (progress.stopRequested()) return refuse("cancelled");
    opened.structures.push_back(planning::anatomy::measure(std::move(structure)));
  }
  opened.findings.insert(opened.findings.end(), set->findings.begin(), set->findings.end());
  return {};
}

Expected<planning::practice::AnswerList> listIn(const std::vector<SealedFile>& files, const fs::path& folder) {
  const auto found = std::ranges::find(files, kAnswersFile, &SealedFile::name);
  if (found == files.end()) return refuse("seal-broken", (folder / kSealFile).string(), kAnswersFile);
  const std::string text(reinterpret_cast<const char*>(found->bytes.data()), found->bytes.size());
  auto list = planning::practice::parseAnswers(text);
  if (!list) return tl::unexpected(inFile(list.error(), folder / kSealFile));
  for (const auto& name : list->expertFiles)
    if (std::ranges::find(files, name, &SealedFile::name) == files.end())
      return refuse("seal-broken", (folder / kSealFile).string(), name);
  return list;
}

}  // namespace

Expected<ExerciseFolder> readExercise(const fs::path& folder) {
  const fs::path file = folder / kExerciseFile;
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) return refuse("not-an-exercise", folder.string());
  const auto text = readText(file, kLargestExercise);
  if (!text) return tl::unexpected(text.error());
  auto exercise = planning::practice::parseExercise(*text, planning::procedure::routesInUse());
  if (!exercise) return tl::unexpected(inFile(exercise.error(), file));
  auto digest = sealDigest(folder);
  if (!digest) return tl::unexpected(digest.error());
  return ExerciseFolder{folder, std::move(*exercise), std::move(*digest)};
}

std::vector<ListedExercise> listExercises(const fs::path& folder) {
  std::vector<fs::path> folders{folder};
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    if (entry.is_directory(ignored)) folders.push_back(entry.path());
  std::erase_if(folders, [&](const fs::path& one) { return !fs::exists(one / kExerciseFile, ignored); });
  std::ranges::sort(folders);
  std::vector<ListedExercise> listed;
  for (const auto& one : folders) listed.push_back({one, readExercise(one)});
  return listed;
}

Expected<dicom::SeriesInfo> findScan(const ExerciseFolder& exercise, planning::Progress& progress) {
  if (const auto sealed = openSeal(exercise.folder); !sealed) return tl::unexpected(sealed.error());
  const fs::path folder = exercise.folder / "scan";
  auto scanned = dicom::scan(folder, progress);
  if (!scanned) return tl::unexpected(scanned.error());
  planning::SeriesIdentity scan;
  scan.seriesUid = exercise.exercise.seriesUid;
  if (const auto* series = dicom::seriesOf(scanned->series, scan)) return *series;
  return refuse("exercise-scan", folder.string(), exercise.exercise.seriesUid);
}

Expected<OpenedAnswers> openAnswers(const ExerciseFolder& exercise, const planning::Volume& scan,
                                    planning::Progress& progress) {
  const auto files = openSeal(exercise.folder);
  if (!files) return tl::unexpected(files.error());
  auto list = listIn(*files, exercise.folder);
  if (!list) return tl::unexpected(list.error());
  Unsealed unsealed;
  if (const auto written = unsealed.write(*files); !written) return tl::unexpected(written.error());
  OpenedAnswers opened;
  opened.answers.zones = std::move(list->zones);
  opened.answers.proposed = list->proposed;
  for (const auto& name : list->expertFiles) {
    auto plan = expertIn(unsealed / name, exercise);
    if (!plan) return tl::unexpected(plan.error());
    opened.answers.experts.push_back(std::move(*plan));
  }
  for (const auto& file : *files)
    if (file.name.starts_with("structures"))
      if (const auto added = addStructures(opened, unsealed / file.name, scan, progress); !added)
        return tl::unexpected(added.error());
  planning::takeChoices(opened.structures, opened.answers.experts.front(), planning::procedure::routesInUse());
  return opened;
}

Expected<planning::practice::Attempt> readAttempt(const fs::path& file) {
  const auto text = readText(file, kLargestAttempt);
  if (!text) return tl::unexpected(text.error());
  auto attempt = planning::practice::parseAttempt(*text);
  if (!attempt) return tl::unexpected(inFile(attempt.error(), file));
  return attempt;
}

Expected<void> writeAttempt(const planning::practice::Attempt& attempt, const fs::path& file) {
  const std::string text = planning::practice::textOf(attempt);
  return writeSafely(file, std::as_bytes(std::span(text)));
}

}  // namespace io::practice
