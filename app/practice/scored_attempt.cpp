#include "app/practice/scored_attempt.h"

#include <utility>

#include "io/reading/ct_reader.h"

namespace app::practice {
namespace {

using planning::Expected;
using VolumePointer = std::shared_ptr<const planning::Volume>;

Expected<VolumePointer> scanOf(const io::practice::ExerciseFolder& exercise, VolumePointer open,
                               planning::Progress& progress) {
  if (open && open->identity.seriesUid == exercise.exercise.seriesUid) return open;
  const auto series = io::practice::findScan(exercise, progress);
  if (!series) return tl::unexpected(series.error());
  auto volume = io::readCt(*series, progress);
  if (!volume) return tl::unexpected(volume.error());
  return std::make_shared<const planning::Volume>(std::move(*volume));
}

}  // namespace

Expected<ScoredAttempt> scoreAttempt(const io::practice::ExerciseFolder& exercise, const QString& attemptFile,
                                     VolumePointer open, planning::Progress& progress) {
  const auto attempt = io::practice::readAttempt(attemptFile.toStdU16String());
  if (!attempt) return tl::unexpected(attempt.error());
  if (attempt->seal != exercise.seal)
    return planning::refuse("attempt-of-another-exercise", attemptFile.toStdString(),
                            attempt->seal + " / " + exercise.seal);
  planning::ProgressPart loading(progress, 0, 0.5);
  auto volume = scanOf(exercise, std::move(open), loading);
  if (!volume) return tl::unexpected(volume.error());
  planning::ProgressPart opening(progress, 0.5, 0.9);
  auto answers = io::practice::openAnswers(exercise, **volume, opening);
  if (!answers) return tl::unexpected(answers.error());
  const planning::Scene scene{volume->get(), nullptr, answers->structures, answers->findings};
  auto score = planning::practice::scoreOf(exercise.exercise, answers->answers, *attempt,
                                           {scene, planning::procedure::routesInUse()});
  if (!score) return tl::unexpected(score.error());
  return ScoredAttempt{exercise,
                       planning::practice::courseOf(*attempt).value(),
                       std::move(*score),
                       std::move(*volume),
                       std::move(answers->structures),
                       answers->answers.proposed,
                       attemptFile};
}

}  // namespace app::practice
