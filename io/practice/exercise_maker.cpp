#include "io/practice/exercise_maker.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <span>

#include "io/deidentification/deidentify.h"
#include "io/files/growing_folder.h"
#include "io/files/safe_file.h"
#include "io/files/uid.h"
#include "io/practice/sealed.h"
#include "io/reading/ct_reader.h"
#include "io/reading/report_reader.h"
#include "planning/practice/exercise_text.h"
#include "planning/practice/score.h"

namespace io::practice {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::Plan;
using planning::refuse;
using planning::needle::Verdict;

bool isFree(const fs::path& folder) {
  std::error_code ignored;
  return !fs::exists(folder, ignored) || (fs::is_directory(folder, ignored) && fs::is_empty(folder, ignored));
}

Expected<SealedFile> sealed(const std::string& name, const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) return refuse("cannot-read", file.string());
  const auto bytes = std::as_bytes(std::span(text));
  return SealedFile{name, {bytes.begin(), bytes.end()}};
}

SealedFile sealed(const std::string& name, const std::string& text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {name, {bytes.begin(), bytes.end()}};
}

/// The case without its identity, somewhere that is about to go.
class CleanCase {
 public:
  explicit CleanCase(const fs::path& beside) : place_(beside) {}

  Expected<void> make(const CaseFiles& files, const std::vector<ExerciseWish>& wishes, planning::Progress& progress) {
    std::vector<fs::path> all = files.scan;
    all.insert(all.end(), files.structures.begin(), files.structures.end());
    for (const auto& wish : wishes) all.insert(all.end(), wish.plans.begin(), wish.plans.end());
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    root_ = place_.folder() / "clean";
    auto done = deidentify(all, root_, {}, progress);
    if (!done) return tl::unexpected(done.error());
    for (const auto* stayed : {&done->quarantined, &done->leftOut})
      if (!stayed->empty())
        return refuse("exercise-not-anonymous", stayed->front().file.string(), stayed->front().reason.code);
    placed_ = std::move(done->placed);
    cleaned_ = std::move(done->cleaned);
    return {};
  }
  /// What somebody wrote for the trainees, without the patient.
  std::string text(const std::string& written) const { return cleaned_(written); }
  fs::path of(const fs::path& original) const { return root_ / placed_.at(original); }

 private:
  GrowingFolder place_;
  fs::path root_;
  std::map<fs::path, fs::path> placed_;
  std::function<std::string(const std::string&)> cleaned_;
};

/// One exercise on its way into its folder.
class Making {
 public:
  Making(const CleanCase& clean, const CaseFiles& files, const ExerciseWish& wish)
      : clean_(clean), files_(files), wish_(wish), growing_(wish.folder) {}

  Expected<void> make() {
    return readExperts().and_then([&] { return describe(); }).and_then([&] { return bringScan(); }).and_then([&] {
      return sealAnswers();
    });
  }

  /// As a trainee's program would open it.
  Expected<ExerciseFolder> check(const planning::Volume& scan, const planning::anatomy::Skin* skin,
                                 planning::Progress& progress) {
    auto read = readExercise(growing_.folder());
    if (!read) return read;
    const auto opened = openAnswers(*read, scan, progress);
    if (!opened) return tl::unexpected(opened.error());
    const planning::Scene scene{&scan, skin, opened->structures, opened->findings};
    for (const Plan& expert : opened->answers.experts)
      if (const auto safe = checkExpert(*read, expert, scene); !safe) return tl::unexpected(safe.error());
    if (const auto placed = growing_.putInPlace(); !placed) return tl::unexpected(placed.error());
    read->folder = wish_.folder;
    return read;
  }

 private:
  Expected<void> readExperts() {
    for (const auto& file : wish_.plans) {
      auto plan = report::readPlan(clean_.of(file));
      if (!plan) return tl::unexpected(plan.error());
      const bool fits = experts_.empty() || (plan->choices.routeId == experts_.front().choices.routeId &&
                                             plan->choices.level == experts_.front().choices.level &&
                                             plan->choices.side == experts_.front().choices.side);
      if (!fits || planning::practice::placedNeedle(*plan) == nullptr) return refuse("exercise-expert", file.string());
      experts_.push_back(std::move(*plan));
    }
    if (experts_.empty()) return refuse("exercise-expert", wish_.folder.string());
    if (experts_.front().choices.routeId.empty()) return refuse("exercise-no-route", wish_.plans.front().string());
    return {};
  }

  Expected<void> describe() {
    const planning::PlanChoices& first = experts_.front().choices;
    planning::practice::Exercise exercise;
    exercise.uid = newUid();
    exercise.seriesUid = first.scan.seriesUid;
    exercise.routeId = first.routeId;
    exercise.level = first.level;
    exercise.side = first.side.value_or(planning::anatomy::Side::None);
    exercise.guidance = first.guidance;
    exercise.task = {clean_.text(wish_.task.english), clean_.text(wish_.task.french)};
    exercise.seconds = wish_.seconds;
    const std::string text = planning::practice::textOf(exercise);
    return writeSafely(growing_.folder() / "exercise.txt", std::as_bytes(std::span(text)));
  }

  Expected<void> bringScan() {
    const fs::path folder = growing_.folder() / "scan";
    std::error_code failed;
    fs::create_directories(folder, failed);
    int number = 0;
    for (const auto& file : files_.scan) {
      char name[24];
      std::snprintf(name, sizeof name, "CT%05d.dcm", ++number);
      const fs::path from = clean_.of(file);
      fs::create_hard_link(from, folder / name, failed);
      if (failed) fs::copy_file(from, folder / name, failed);
      if (failed) return refuse("cannot-write", (folder / name).string(), failed.message());
    }
    return {};
  }

  Expected<void> sealAnswers() {
    planning::practice::AnswerList list{{}, wish_.zones, wish_.proposed};
    std::vector<SealedFile> answers;
    const auto sealIn = [&](const std::string& name, const fs::path& file) -> Expected<void> {
      auto one = sealed(name, file);
      if (!one) return tl::unexpected(one.error());
      answers.push_back(std::move(*one));
      return {};
    };
    for (std::size_t i = 0; i < wish_.plans.size(); ++i) {
      list.expertFiles.push_back("expert" + std::to_string(i + 1) + ".dcm");
      if (auto added = sealIn(list.expertFiles.back(), clean_.of(wish_.plans[i])); !added) return added;
      addZone(list.zones, *planning::practice::placedNeedle(experts_[i])->target);
    }
    for (std::size_t i = 0; i < files_.structures.size(); ++i)
      if (auto added = sealIn("structures" + std::to_string(i + 1) + ".dcm", clean_.of(files_.structures[i])); !added)
        return added;
    answers.push_back(sealed("answers.txt", planning::practice::textOf(list)));
    const auto digest = seal(growing_.folder(), answers);
    return digest ? Expected<void>() : tl::unexpected(digest.error());
  }

  void addZone(std::vector<planning::practice::TargetZone>& zones, const planning::Point& target) const {
    const planning::practice::TargetZone zone{target, wish_.zoneRadiusMm};
    if (std::ranges::find(zones, zone) == zones.end()) zones.push_back(zone);
  }

  Expected<void> checkExpert(const ExerciseFolder& made, const Plan& expert, const planning::Scene& scene) const {
    const auto needle =
        planning::practice::assessedExpert(made.exercise, expert, {scene, planning::procedure::routesInUse()});
    if (needle.verdict == Verdict::Clear || needle.verdict == Verdict::Near) return {};
    const std::string structure = needle.clearances.empty() ? std::string{} : needle.clearances.front().structure;
    const bool breach = needle.verdict == Verdict::Breach;
    return refuse(breach ? "exercise-expert-breach" : "exercise-expert-unknown", wish_.plans.front().string(),
                  structure);
  }

  const CleanCase& clean_;
  const CaseFiles& files_;
  const ExerciseWish& wish_;
  GrowingFolder growing_;
  std::vector<Plan> experts_;
};

std::vector<std::string> wordsOf(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x80 || std::isalnum(byte) != 0)
      words.back() += static_cast<char>(std::tolower(byte));
    else if (!words.back().empty())
      words.emplace_back();
  }
  std::erase_if(words, [](const std::string& word) { return word.size() < 3; });
  return words;
}

/// What an instructor types goes into the open description: it must not say whose case this is.
Expected<void> checkTask(const ExerciseWish& wish) {
  for (const auto* text : {&wish.task.english, &wish.task.french}) {
    const bool line = std::ranges::none_of(*text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (!line || text->size() > 300) return refuse("exercise-task", wish.folder.string());
  }
  const auto typed = wordsOf(wish.task.english + " " + wish.task.french);
  for (const auto& file : wish.plans) {
    const auto plan = report::readPlan(file);
    if (!plan) return tl::unexpected(plan.error());
    const auto& scan = plan->choices.scan;
    for (const auto& word : wordsOf(scan.patient.name + " " + scan.patient.id + " " + scan.study.accessionNumber + " " +
                                    scan.study.referringPhysician + " " + plan->choices.operatorName))
      if (std::ranges::find(typed, word) != typed.end()) return refuse("exercise-task", wish.folder.string());
    const auto* route = planning::procedure::routesInUse().find(plan->choices.routeId);
    if (route != nullptr && route->requiresAllGiven && typed.empty()) return refuse("exercise-no-task", file.string());
  }
  return {};
}

/// The scan as it will be practised on, read once for all.
struct PracticeScan {
  planning::Volume volume;
  std::optional<planning::anatomy::Skin> skin;
};

Expected<PracticeScan> readScan(const CleanCase& clean, const CaseFiles& files, planning::Progress& progress) {
  const auto scanned = dicom::scan(clean.of(files.scan.front()).parent_path(), progress);
  if (!scanned) return tl::unexpected(scanned.error());
  const auto isScan = [&](const auto& one) { return one.loadable && one.files.size() == files.scan.size(); };
  const auto series = std::ranges::find_if(scanned->series, isScan);
  if (std::ranges::count_if(scanned->series, isScan) != 1) return refuse("exercise-scan", files.scan.front().string());
  auto volume = readCt(*series, progress);
  if (!volume) return tl::unexpected(volume.error());
  PracticeScan scan{std::move(*volume), {}};
  if (auto skin = planning::anatomy::findSkin(scan.volume, progress)) scan.skin = std::move(*skin);
  return scan;
}

}  // namespace

Expected<std::vector<ExerciseFolder>> makeExercises(const CaseFiles& files, const std::vector<ExerciseWish>& wishes,
                                                    planning::Progress& progress) {
  if (files.scan.empty() || wishes.empty()) return refuse("nothing-to-deidentify");
  for (const auto& wish : wishes)
    if (!isFree(wish.folder)) return refuse("output-not-empty", wish.folder.string());
  for (const auto& wish : wishes)
    if (const auto task = checkTask(wish); !task) return tl::unexpected(task.error());
  CleanCase clean(wishes.front().folder);
  planning::ProgressPart cleaning(progress, 0, 0.6);
  if (const auto made = clean.make(files, wishes, cleaning); !made) return tl::unexpected(made.error());
  planning::Progress quiet;
  const auto scan = readScan(clean, files, quiet);
  if (!scan) return tl::unexpected(scan.error());
  std::vector<ExerciseFolder> done;
  for (const auto& wish : wishes) {
    progress.advance(0.7 + 0.3 * static_cast<double>(done.size()) / static_cast<double>(wishes.size()));
    if (progress.stopRequested()) return refuse("cancelled");
    Making making(clean, files, wish);
    if (const auto made = making.make(); !made) return tl::unexpected(made.error());
    auto checked = making.check(scan->volume, scan->skin ? &*scan->skin : nullptr, quiet);
    if (!checked) return tl::unexpected(checked.error());
    done.push_back(std::move(*checked));
  }
  progress.advance(1);
  return done;
}

}  // namespace io::practice
