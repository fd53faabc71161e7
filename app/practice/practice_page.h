#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "app/look/page.h"
#include "app/practice/practice_files.h"
#include "app/practice/scored_attempt.h"
#include "app/work/background.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace app {

class Reporter;
class ScanWork;
class ShownScan;

namespace practice {

class LearningCurve;
class ScoreSheet;
class Session;

/// Exercises with the best score of each, what was scored, and the learning curve over all.
class PracticePage : public Page {
  Q_OBJECT

 public:
  PracticePage(const ShownScan& scan, const ScanWork& work, Session& session, Reporter& reporter,
               QWidget* parent = nullptr);
  ~PracticePage() override;

  QString title() const override;
  void leave() override;
  /// Reads exercises and attempts again; the chosen one stays chosen.
  void refresh();

 Q_SIGNALS:
  void startAsked(const io::practice::ExerciseFolder& exercise);
  void resumeAsked(const io::practice::ExerciseFolder& exercise, const QString& attemptFile);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeList();
  void chooseFolder();
  void makeDemo();
  void makeFromPlan();
  void make(std::function<planning::Expected<std::vector<io::practice::ExerciseFolder>>(planning::Progress&)> job);
  void fillList();
  void choose();
  void score(const QString& attemptFile);
  void take(const ScoredAttempt& scored);
  void showCurve();
  const io::practice::ExerciseFolder* chosen() const;
  const SavedAttempt* unfinished() const;  ///< the latest of the chosen exercise
  std::vector<const SavedAttempt*> attemptsAt(const std::string& exerciseUid) const;

  const ShownScan& scan_;
  const ScanWork& work_;
  Session& session_;
  Reporter& reporter_;
  Background background_;
  std::vector<io::practice::ExerciseFolder> exercises_;
  std::vector<std::pair<QString, planning::Error>> unusable_;  ///< folders, and why
  std::vector<SavedAttempt> attempts_;
  QTreeWidget* list_;
  QLabel* hint_;
  QComboBox* attempt_;
  QPushButton *start_, *resume_, *demo_, *folder_, *make_;
  QStackedWidget* stack_;
  ScoreSheet* sheet_;
  LearningCurve* curve_;
};

}  // namespace practice
}  // namespace app
