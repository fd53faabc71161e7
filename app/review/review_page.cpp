#include "app/review/review_page.h"

#include <QAction>
#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/look/column.h"
#include "app/look/file_dialogs.h"
#include "app/panels/patient_banner.h"
#include "app/review/correction_panel.h"
#include "app/review/errors_panel.h"
#include "app/review/marking_panels.h"
#include "app/review/record_panel.h"
#include "app/review/sources_panel.h"
#include "app/work/folders.h"
#include "app/work/reporter.h"

namespace app::review {
namespace {

using views::SliceKind;

constexpr int kLeftWidth = 236, kRightWidth = 400;

QWidget* column(const std::vector<QWidget*>& widgets) {
  auto* holder = new QWidget;
  auto* layout = new QVBoxLayout(holder);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  for (QWidget* widget : widgets) layout->addWidget(widget);
  return holder;
}

}  // namespace

ReviewPage::ReviewPage(const ShownScan& scan, const PlanDocument& document, Reporter& reporter, QWidget* parent)
    : Page(parent),
      scan_(scan),
      document_(document),
      beside_(new QStackedWidget),
      modes_(new QStackedWidget),
      modeButtons_(new QButtonGroup(this)),
      patient_(new QLabel),
      details_(new QLabel) {
  setObjectName("reviewPage");
  reporter.follow(&review_);
  auto* splitter = new QSplitter;
  splitter->setObjectName("reviewColumns");
  splitter->setChildrenCollapsible(false);
  for (QWidget* part : std::initializer_list<QWidget*>{makeLeft(), makeMiddle(), makeRight()})
    splitter->addWidget(part);
  splitter->setStretchFactor(1, 1);
  splitter->setSizes({kLeftWidth, 4 * kLeftWidth, kRightWidth});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(splitter);
  makeKeys();
  connect(&review_, &ReviewCase::changed, this, &ReviewPage::refreshBanner);
  refreshBanner();
}

QWidget* ReviewPage::makeLeft() {
  auto* banner = column({patient_, details_});
  banner->setObjectName("reviewBanner");
  banner->setAttribute(Qt::WA_StyledBackground);
  banner->layout()->setContentsMargins(10, 8, 10, 8);
  patient_->setObjectName("reviewPatient");
  patient_->setProperty("role", "patientName");
  details_->setObjectName("reviewPatientDetails");
  for (QLabel* label : {patient_, details_}) label->setWordWrap(true);
  registration_ = new RegistrationPanel(review_);
  needle_ = new NeedlePanel(review_);
  connect(registration_, &RegistrationPanel::landmarksAsked, this,
          [this](bool on) { setTool(on ? MarkTool::Landmark : MarkTool::None); });
  connect(needle_, &NeedlePanel::toolAsked, this, &ReviewPage::setTool);
  connect(needle_, &NeedlePanel::placeAsked, this, [this](const planning::Point& place) { review_.lookAt(place); });
  auto* control = new ControlSourcePanel(review_);
  connect(control, &ControlSourcePanel::recordAsked, this, &ReviewPage::recordAsked);
  return column(
      {banner, new panels::Column("reviewLeft",
                                  {new PlanSourcePanel(review_, scan_, document_), control, registration_, needle_},
                                  kLeftWidth)});
}

ReviewView* ReviewPage::view(ReviewView::Scan scan, SliceKind kind, const QString& objectName) {
  auto* made = new ReviewView(review_, pointing_, scan, kind);
  made->setObjectName(objectName);
  views_.push_back(made);
  connect(made, &ReviewView::hovered, this, &ReviewPage::hovered);
  connect(made, &ReviewView::hoverEnded, this, &ReviewPage::hoverEnded);
  connect(made, &ReviewView::marked, this, [this, made] {
    if (made->tool() != MarkTool::Landmark) setTool(MarkTool::None);  // one click marks one point
  });
  return made;
}

QWidget* ReviewPage::tile(const QString& title, ReviewView* shown) {
  auto* name = new QLabel(title);
  name->setProperty("role", "caption");
  name->setContentsMargins(8, 3, 8, 3);
  auto* made = column({name, shown});
  static_cast<QVBoxLayout*>(made->layout())->setStretch(1, 1);
  return made;
}

QWidget* ReviewPage::makeMiddle() {
  using Scan = ReviewView::Scan;
  auto* along = new QSplitter(Qt::Vertical);
  along->setChildrenCollapsible(false);
  along->addWidget(
      tile(tr("Control, along the needle, lateral"), view(Scan::Control, SliceKind::AlongNeedle, "reviewAlong")));
  along->addWidget(tile(tr("Control, along the needle, head to feet"),
                        view(Scan::Control, SliceKind::AcrossAlongNeedle, "reviewAcross")));
  beside_->addWidget(along);
  beside_->addWidget(tile(tr("Planned scan, axial"), view(Scan::Planned, SliceKind::Axial, "reviewPlanned")));
  auto* middle = new QSplitter;
  middle->setObjectName("reviewViews");
  middle->setChildrenCollapsible(false);
  axial_ = view(Scan::Control, SliceKind::Axial, "reviewAxial");
  middle->addWidget(tile(tr("Control, axial"), axial_));
  middle->addWidget(beside_);
  middle->setSizes({500, 500});
  return middle;
}

QWidget* ReviewPage::makeRight() {
  auto* row = new QWidget;
  auto* rowLayout = new QHBoxLayout(row);
  rowLayout->setContentsMargins(10, 6, 10, 2);
  for (const bool correction : {false, true}) {
    auto* button = new QPushButton(correction ? tr("Correction") : tr("Deviation"));
    button->setObjectName(correction ? "reviewCorrection" : "reviewDeviation");
    button->setCheckable(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setChecked(!correction);
    modeButtons_->addButton(button, correction ? 1 : 0);
    rowLayout->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, correction] { showMode(correction); });
  }
  auto* record = new RecordPanel(review_);
  connect(record, &RecordPanel::saveAsked, this, [this] { save(false); });
  modes_->addWidget(new panels::Column(
      "deviationColumn", {new ErrorsPanel(review_), new DistancesPanel(review_), new ControlFindingsPanel(review_)},
      kRightWidth));
  modes_->addWidget(new panels::Column("correctionColumn", {new CorrectionPanel(review_)}, kRightWidth));
  auto* right = column({row, modes_, record});
  static_cast<QVBoxLayout*>(right->layout())->setStretch(1, 1);
  return right;
}

void ReviewPage::makeKeys() {
  const auto add = [this](const char* name, const QString& text, const QKeySequence& key, auto action) {
    auto* made = new QAction(text, this);
    made->setObjectName(name);
    made->setShortcut(key);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(made, &QAction::triggered, this, action);
    addAction(made);
  };
  add("reviewKeyTip", tr("Review: click the tip"), Qt::Key_T, [this] { setTool(MarkTool::Tip); });
  add("reviewKeyEntry", tr("Review: click the entry"), Qt::Key_E, [this] { setTool(MarkTool::Entry); });
  add("reviewKeyEnd", tr("Review: end marking"), Qt::Key_Escape, [this] { setTool(MarkTool::None); });
  add("reviewKeyFit", tr("Review: fit the views"), Qt::Key_R, [this] {
    for (ReviewView* each : views_) each->resetView();
  });
  connect(&review_, &ReviewCase::needleReached, this, &ReviewPage::zoomToNeedle);
}

void ReviewPage::setTool(MarkTool tool) {
  if (!review_.planned() || !review_.control()) tool = MarkTool::None;
  for (ReviewView* each : views_) each->setTool(tool);
  needle_->showTool(tool);
  registration_->showMarking(tool == MarkTool::Landmark);
  beside_->setCurrentIndex(tool == MarkTool::Landmark ? 1 : 0);
  if (tool == MarkTool::Landmark) review_.wantPlannedScan();
}

/// The axial slice of a whole body shows a needle too small.
void ReviewPage::zoomToNeedle() {
  const auto at = review_.shownNeedle();
  const auto plane = axial_->plane();
  if (!plane || !at) return;
  const auto axis = review_.result()->needles[*at].found.trajectory.axis();
  const double wantedMm = 2.5 * axis.lengthMm() / std::max(1, std::min(axial_->width(), axial_->height()));
  if (wantedMm < plane->mmPerPixel) axial_->zoomBy(plane->mmPerPixel / wantedMm, plane->toScreen(axis.end));
}

QString ReviewPage::title() const {
  return tr("Review");
}

QUndoStack* ReviewPage::undoStack() {
  return &review_.undoStack();
}

bool ReviewPage::save(bool /*complete*/) {
  const QString kind = QStringLiteral("control"), before = review_.savedFile();
  const QString file = before.isEmpty()
                           ? newFileFromDialog(this, tr("Save control"), freshArchiveFile(kind), tr("Controls (*.dcm)"))
                           : nextVersionFile(before, kind);
  if (file.isEmpty() || !review_.saveControl(file)) return false;
  Q_EMIT saved(file);
  if (isInArchive(file)) Q_EMIT savedInArchive(review_.control()->identity.seriesUid, review_.controlPath());
  return true;
}

QString ReviewPage::unsaved() const {
  return review_.hasUnsavedMarks() ? tr("The control has changes that are not saved.") : QString();
}

void ReviewPage::setWindow(double centreHu, double widthHu) {
  review_.shownControl().setWindow(centreHu, widthHu);
  review_.shownPlanned().setWindow(centreHu, widthHu);
}

void ReviewPage::showMode(bool correction) {
  modes_->setCurrentIndex(correction ? 1 : 0);
  modeButtons_->button(correction ? 1 : 0)->setChecked(true);
  for (ReviewView* each : views_) each->setSteering(correction);
}

void ReviewPage::reviewPlan(const QString& file, const std::vector<std::filesystem::path>& scanFolders) {
  review_.openPlan(file, scanFolders);
}

/// The plan that is open beside is taken without asking, and taken again when it has changed since.
void ReviewPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  const bool isOpen = scan_.volume() && !scan_.isLoading();
  if (!isOpen || (review_.planned() && !review_.reviewsOpenPlan())) return;
  if (!review_.planned() || review_.isStale(scan_, document_)) review_.takePlan(scan_, document_);
}

void ReviewPage::refreshBanner() {
  const auto side = review_.planned();
  const auto control = review_.control();
  const auto* patient = side ? &side->plan.choices.scan.patient : control ? &control->identity.patient : nullptr;
  patient_->setText(patient ? panels::patientTitle(*patient) : tr("No patient"));
  details_->setText(patient ? panels::patientDetails(*patient) : QString());
  details_->setVisible(patient != nullptr);
}

}  // namespace app::review
