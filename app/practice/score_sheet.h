#pragma once

#include <QFrame>
#include <QWidget>

#include <optional>
#include <vector>

#include "app/practice/scored_attempt.h"

class QLabel;
class QVBoxLayout;

namespace app::practice {

class SlicePicture;

/// One part of a score: name, points and why. A click, Enter or Space chooses it.
class PartRow : public QFrame {
  Q_OBJECT

 public:
  explicit PartRow(const planning::practice::ScorePart& part, QWidget* parent = nullptr);
  void setChosen(bool chosen);

 Q_SIGNALS:
  void chosen();

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
};

/// A score by its parts, each explained in words and by a picture of what was near.
class ScoreSheet : public QWidget {
  Q_OBJECT

 public:
  explicit ScoreSheet(QWidget* parent = nullptr);
  void show(const ScoredAttempt& scored);
  void choose(planning::practice::Part part);
  const std::optional<ScoredAttempt>& scored() const { return scored_; }

 private:
  std::optional<ScoredAttempt> scored_;
  QLabel *name_, *total_, *note_;
  QVBoxLayout* rowsLayout_;
  std::vector<PartRow*> rows_;
  SlicePicture* picture_;
};

}  // namespace app::practice
