#pragma once

#include <QWidget>

#include <vector>

namespace app::practice {

/// Scores in the order in which attempts were begun, over all exercises: each attempt a dot, those at the chosen
/// exercise filled, and the mean of the last five as a line.
class LearningCurve : public QWidget {
  Q_OBJECT

 public:
  struct Dot {
    double total = 0;     ///< 0 to 100
    bool chosen = false;  ///< of the chosen exercise
    bool shown = false;   ///< the attempt whose score is on the sheet
  };

  explicit LearningCurve(QWidget* parent = nullptr);
  void show(std::vector<Dot> dots);
  const std::vector<Dot>& dots() const { return dots_; }

  static constexpr std::size_t kMeanOf = 5;
  /// Mean of the last five up to each attempt.
  static std::vector<double> meansOf(const std::vector<Dot>& dots);

  QSize minimumSizeHint() const override { return {260, 130}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<Dot> dots_;
};

}  // namespace app::practice
