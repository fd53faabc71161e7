#pragma once

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

#include "app/views/view_plane.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/volume.h"

namespace app::practice {

/// One slice of a scan, in any plane, with what lies in it.
struct SliceScene {
  std::shared_ptr<const planning::Volume> volume;  ///< null: nothing is drawn
  views::ViewAxes axes = views::axialAxes();
  planning::Point centre = planning::makePoint(0, 0, 0);
  double acrossMm = 100;       ///< what the shorter side of the picture shows
  double halfThicknessMm = 1;  ///< what is within it counts as in the slice
  double windowCentreHu = 40, windowWidthHu = 400;

  /// A straight way: solid in the slice, dotted off it. The end is where it leads to.
  struct Way {
    planning::Segment axis;
    QColor colour;
    bool dashed = false;  ///< instead of solid
    double diameterMm = 0;
    QString name;  ///< at its start
  };
  std::vector<Way> ways;
  struct Ball {
    planning::Point centre;
    double radiusMm = 0;
    QColor colour;
    QString name;
  };
  std::vector<Ball> balls;  ///< circles where the slice cuts them, dotted at their full size where it does not
  struct Mark {
    planning::Point place;
    QColor colour;
    QString name;
  };
  std::vector<Mark> marks;
  std::vector<planning::anatomy::MeasuredStructure> structures;  ///< their outlines, with their names
  std::vector<planning::Segment> gaps;                           ///< thin lines: how far from what
  QString title;
};

/// A plane that holds the direction and, as well as may be, the place; turned on the screen as the views are.
views::ViewAxes axesThrough(const planning::Vector& direction, const planning::Vector& toPlace);

/// The scene as a picture without a widget, RGB, from any thread; its volume must be there. `scale`: pixels of the
/// picture for each of `size`.
QImage pictureOf(const SliceScene& scene, const QSize& size, double scale);

/// Draws a SliceScene. Nothing in it moves; the picture is made again only for another scene or size.
class SlicePicture : public QWidget {
  Q_OBJECT

 public:
  explicit SlicePicture(QWidget* parent = nullptr);
  void show(SliceScene scene);
  void showNothing(const QString& why);
  const SliceScene& scene() const { return scene_; }

  QSize minimumSizeHint() const override { return {200, 200}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int titleHeight() const;
  views::ViewPlane plane() const;  ///< below the title

  SliceScene scene_;
  QString why_;
  QImage image_;
};

}  // namespace app::practice
