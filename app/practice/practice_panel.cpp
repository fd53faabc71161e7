#include "app/practice/practice_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/case/shown_scan.h"
#include "app/practice/score_pictures.h"
#include "app/practice/score_words.h"
#include "app/practice/session.h"
#include "app/text/numbers.h"
#include "app/text/words.h"

namespace app::practice {
namespace {

constexpr double kSteps[] = {-5, 1, 5, 10};
constexpr int kPictureHeight = 300;

QString targetOf(const planning::practice::Exercise& exercise) {
  const QString task = inLanguage(exercise.task);
  if (!task.isEmpty()) return task;
  const auto* route = planning::procedure::routesInUse().find(exercise.routeId);
  return route ? inLanguage(route->target) : QString();
}

}  // namespace

PracticePanel::PracticePanel(ShownScan& scan, Session& session, QWidget* parent)
    : Section(tr("Exercise"), false, parent),
      scan_(scan),
      session_(session),
      task_(panels::caption({})),
      clock_(new QLabel),
      depth_(panels::bigValue("practiceDepth")),
      counts_(panels::caption({})),
      insert_(button("practiceInsert", {})),
      slice_(button("practiceSlice", tr("Control slice"))),
      handIn_(button("practiceHandIn", tr("Hand in"))),
      leave_(button("practiceLeave", tr("Go on later"))),
      picture_(new SlicePicture) {
  setObjectName("practicePanel");
  task_->setObjectName("practiceTask");
  task_->setTextFormat(Qt::PlainText);  // it comes from a file
  clock_->setObjectName("practiceClock");
  counts_->setObjectName("practiceCounts");
  picture_->setObjectName("practicePicture");
  picture_->setFixedHeight(kPictureHeight);
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 0, 0, 0);
  grid->addWidget(insert_, 0, 0, 1, 4);
  int column = 0;
  for (const double mm : kSteps) {
    auto* step = button(QString("practiceStep%1").arg(mm), (mm > 0 ? "+" : "") + number(mm, 0) + " mm");
    connect(step, &QPushButton::clicked, this, [this, mm] { session_.advance(mm); });
    steps_.push_back(step);
    grid->addWidget(step, 1, column++);
  }
  grid->addWidget(slice_, 2, 0, 1, 4);
  grid->addWidget(handIn_, 3, 0, 1, 2);
  grid->addWidget(leave_, 3, 2, 1, 2);
  for (QWidget* widget : std::initializer_list<QWidget*>{task_, depth_, counts_}) body()->addWidget(widget);
  body()->addLayout(grid);
  body()->addWidget(picture_);
  connect(insert_, &QPushButton::clicked, this, [this] { session_.insert(); });
  connect(slice_, &QPushButton::clicked, this, [this] { session_.takeControlSlice(); });
  connect(handIn_, &QPushButton::clicked, this, [this] { session_.handIn(); });
  connect(leave_, &QPushButton::clicked, this, [this] { session_.leave(); });
  connect(&session_, &Session::changed, this, &PracticePanel::refresh);
  connect(&scan_, &ShownScan::planChanged, this, &PracticePanel::refresh);
  connect(&second_, &QTimer::timeout, this, &PracticePanel::tick);
  second_.setInterval(1000);
  refresh();
}

QPushButton* PracticePanel::button(const QString& objectName, const QString& text) {
  auto* made = new QPushButton(text);
  made->setObjectName(objectName);
  made->setFocusPolicy(Qt::TabFocus);
  return made;
}

void PracticePanel::tick() {
  setSummary(duration(session_.seconds()));
}

void PracticePanel::refresh() {
  setVisible(session_.isActive());
  session_.isActive() ? second_.start() : second_.stop();
  if (!session_.isActive()) return;
  tick();
  const auto& course = session_.course();
  const auto& exercise = session_.exercise().exercise;
  task_->setText(tr("%1. Aim at: %2.").arg(exerciseName(exercise), targetOf(exercise)));
  const bool in = !course.ways.empty();
  const auto* needle = planning::practice::placedNeedle(scan_.plan());
  depth_->setText(in ? tr("%1 in").arg(mm(course.ways.back().depthMm)) : tr("not put in yet"));
  counts_->setText(tr("Corrections %1, control slices %2").arg(course.corrections()).arg(course.controlSlices.size()));
  insert_->setText(in ? tr("Correct: draw back, set in anew") : tr("Set the needle on the skin"));
  insert_->setEnabled(needle != nullptr);
  for (QPushButton* step : steps_) step->setEnabled(in);
  slice_->setEnabled(in && course.ways.back().depthMm > 0);
  handIn_->setEnabled(needle != nullptr);
  picture_->setVisible(!course.controlSlices.empty());
  if (course.controlSlices.empty() || !scan_.volume()) return void(slicesShown_ = 0);
  if (course.controlSlices.size() == slicesShown_) return;
  slicesShown_ = course.controlSlices.size();
  SliceScene scene = controlSlice(scan_.volume(), course);
  scene.windowCentreHu = scan_.windowCentreHu();
  scene.windowWidthHu = scan_.windowWidthHu();
  picture_->show(std::move(scene));
}

}  // namespace app::practice
