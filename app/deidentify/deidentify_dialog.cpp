#include "app/deidentify/deidentify_dialog.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDir>
#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPixmap>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/deidentify/image_look.h"
#include "app/look/file_dialogs.h"
#include "app/look/section.h"
#include "app/text/sentences.h"
#include "io/files/growing_folder.h"

namespace app::deidentify {
namespace {

constexpr int kNames = 240;              // logical pixels
constexpr int kPatienceMs = 5000;        // for the command to clear up behind itself
constexpr qsizetype kNamesTogether = 4;  // files of one reason that are named

/// Of an entry in the list of images.
constexpr int kFile = Qt::UserRole, kFrames = Qt::UserRole + 1, kText = Qt::UserRole + 2;

QLabel* wrapped(const QString& text) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  return label;
}

planning::Error errorOf(const QJsonObject& json) {
  return {json["code"].toString().toStdString(), json["subject"].toString().toStdString(),
          json["detail"].toString().toStdString()};
}

/// The first free name beside a folder: "out-2".
QString besideOf(const QString& folder) {
  const QString plain = QDir::cleanPath(folder);
  int number = 2;
  while (QFileInfo::exists(QStringLiteral("%1-%2").arg(plain).arg(number))) ++number;
  return QStringLiteral("%1-%2").arg(plain).arg(number);
}

/// One line a reason, with the names of the first files that it holds for.
QStringList reasonsOf(const QJsonArray& leftOut) {
  QMap<QString, QStringList> names;
  for (const auto& one : leftOut) {
    planning::Error why = errorOf(one.toObject());
    why.subject.clear();
    names[sentence(why)] << QFileInfo(one.toObject()["file"].toString()).fileName();
  }
  QStringList lines;
  for (auto it = names.cbegin(); it != names.cend(); ++it) {
    const QString some = it.value().mid(0, kNamesTogether).join(QStringLiteral(", "));
    const bool more = it.value().size() > kNamesTogether;
    lines << some + (more ? QStringLiteral("…") : QString()) + QStringLiteral(" (%1): ").arg(it.value().size()) +
                 it.key();
  }
  return lines;
}

}  // namespace

DeidentifyDialog::DeidentifyDialog(const QString& inputFolder, QWidget* parent)
    : QDialog(parent),
      input_(new QLineEdit(inputFolder)),
      output_(new QLineEdit),
      keepDates_(new QCheckBox(tr("Keep the dates as they are"))),
      start_(new QPushButton(tr("Export"))),
      cancel_(new QPushButton(tr("Cancel"))),
      close_(new QPushButton(tr("Close"))),
      progress_(new QProgressBar),
      result_(wrapped({})),
      looking_(new QWidget),
      images_(new QListWidget),
      picture_(new ImageLook) {
  setObjectName("deidentifyDialog");
  setWindowTitle(tr("Export without identity"));
  resize(kNames + ImageLook::kPicture + 30, 300);
  makeLayout();
  connect(start_, &QPushButton::clicked, this, &DeidentifyDialog::start);
  connect(close_, &QPushButton::clicked, this, &QDialog::close);
  connect(cancel_, &QPushButton::clicked, this, &DeidentifyDialog::cancel);
  connect(input_, &QLineEdit::textChanged, this, [this] {
    seen_.clear();
    boxes_.clear();
    images_->clear();
    looking_->hide();
    start_->setText(tr("Export"));
  });
  patience_.setSingleShot(true);
  connect(&patience_, &QTimer::timeout, &process_, &QProcess::kill);
  connect(&process_, &QProcess::finished, this,
          [this](int code, QProcess::ExitStatus status) { end(status == QProcess::NormalExit ? code : -1); });
  connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
    if (error == QProcess::FailedToStart) end(-1);
  });
  setRunning(false);
}

DeidentifyDialog::~DeidentifyDialog() {
  disconnect(&process_, nullptr, this, nullptr);
  if (process_.state() == QProcess::NotRunning) return;
  process_.terminate();
  if (process_.waitForFinished(kPatienceMs)) return;
  process_.kill();
  process_.waitForFinished();
  io::removeUnfinished(begun_.toStdU16String());
}

/// The command removes what it had begun; where it hangs, that is done for it.
void DeidentifyDialog::cancel() {
  cancelled_ = true;
  process_.terminate();
  patience_.start(kPatienceMs);
}

QWidget* DeidentifyDialog::makeFolderRow(QLineEdit* line, const QString& objectName, const QString& title) {
  line->setObjectName(objectName);
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  auto* choose = new QPushButton(tr("Choose"));
  layout->addWidget(line, 1);
  layout->addWidget(choose);
  connect(choose, &QPushButton::clicked, this, [this, line, title] {
    const QString folder = folderFromDialog(this, title, line->text());
    if (!folder.isEmpty()) line->setText(folder);
  });
  return row;
}

void DeidentifyDialog::makeLayout() {
  start_->setObjectName("deidentifyStart");
  cancel_->setObjectName("deidentifyCancel");
  result_->setObjectName("deidentifyResult");
  images_->setObjectName("deidentifyImages");
  images_->setFixedWidth(kNames);
  connect(images_, &QListWidget::currentRowChanged, this, &DeidentifyDialog::showPicture);
  picture_->onDrawn([this](const QList<QRect>& boxes) {
    if (!images_->currentItem()) return;
    const QString file = images_->currentItem()->data(kFile).toString();
    boxes.isEmpty() ? void(boxes_.remove(file)) : void(boxes_[file] = boxes);
  });
  auto* side = new QHBoxLayout(looking_);
  side->setContentsMargins(0, 0, 0, 0);
  side->addWidget(images_);
  side->addWidget(picture_);
  looking_->hide();
  start_->setDefault(true);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(
      wrapped(tr("Scans, structures, fluoroscopy and plans are copied without names, numbers and dates that tell whose "
                 "they are. They still fit together. What is not cleaned with certainty stays behind.")));
  layout->addWidget(panels::caption(tr("From")));
  layout->addWidget(makeFolderRow(input_, "deidentifyInput", tr("Folder to export")));
  layout->addWidget(panels::caption(tr("To a new or empty folder")));
  layout->addWidget(makeFolderRow(output_, "deidentifyOutput", tr("New or empty folder")));
  layout->addWidget(keepDates_);
  layout->addWidget(progress_);
  layout->addWidget(result_);
  layout->addWidget(looking_, 1);
  layout->addStretch();
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel_);
  buttons->addWidget(close_);
  buttons->addWidget(start_);
  layout->addLayout(buttons);
}

void DeidentifyDialog::setFolders(const QString& input, const QString& output) {
  input_->setText(input);
  output_->setText(output);
}

void DeidentifyDialog::start() {
  if (!exported_.isEmpty() && output_->text() == exported_)
    output_->setText(besideOf(asked_));
  else
    asked_ = output_->text();
  const QString output = output_->text();
  if (input_->text().isEmpty() || output.isEmpty()) return result_->setText(tr("Choose both folders first."));
  previews_ = std::make_unique<QTemporaryDir>();
  for (int i = 0; i < images_->count(); ++i)
    if (images_->item(i)->checkState() == Qt::Checked) seen_ << images_->item(i)->data(kFile).toString();
  QStringList arguments{"deidentify", input_->text(), output, "--json", "--previews", previews_->path()};
  if (keepDates_->isChecked()) arguments << "--keep-dates";
  for (const QString& file : seen_) arguments << "--seen" << file;
  for (auto it = boxes_.cbegin(); it != boxes_.cend(); ++it)
    for (const QRect& box : *it)
      arguments << "--blacken"
                << it.key() +
                       QStringLiteral("=%1,%2,%3,%4").arg(box.x()).arg(box.y()).arg(box.width()).arg(box.height());
  begun_ = output;
  cancelled_ = false;
  result_->clear();
  setRunning(true);
  process_.start(QCoreApplication::applicationDirPath() + "/needleplan", arguments);
}

void DeidentifyDialog::setRunning(bool running) {
  progress_->setVisible(running);
  progress_->setRange(0, 0);
  cancel_->setVisible(running);
  close_->setVisible(!running);
  for (QWidget* one :
       std::initializer_list<QWidget*>{start_, input_->parentWidget(), output_->parentWidget(), keepDates_, looking_})
    one->setEnabled(!running);
}

void DeidentifyDialog::end(int exitCode) {
  patience_.stop();
  setRunning(false);
  const QByteArray said = process_.readAllStandardOutput();
  if (exitCode == 0) {
    exported_ = begun_;
    showResult(said);
  } else {
    io::removeUnfinished(begun_.toStdU16String());
    showRefusal(said);
  }
  Q_EMIT exportEnded(exitCode == 0);
}

void DeidentifyDialog::showRefusal(const QByteArray& json) {
  const QJsonObject refused = QJsonDocument::fromJson(json).object()["refused"].toObject();
  if (cancelled_)
    result_->setText(tr("Stopped; nothing was exported."));
  else if (refused.isEmpty())
    result_->setText(tr("The export broke off; nothing was exported."));
  else
    result_->setText(sentence(errorOf(refused)));
}

void DeidentifyDialog::showResult(const QByteArray& json) {
  const QJsonObject done = QJsonDocument::fromJson(json).object();
  const QJsonArray toSee = done["quarantined"].toArray(), leftOut = done["left_out"].toArray();
  QStringList lines{tr("%n file(s) exported; no identifier was found in them.", nullptr, done["files"].toInt()),
                    tr("Exported to %1").arg(begun_)};
  for (const auto& left : done["removed_unfinished"].toArray())
    lines << tr("Removed %1, which an earlier export that was ended had left.").arg(left.toString());
  if (!leftOut.isEmpty()) lines << tr("%n file(s) stayed behind:", nullptr, static_cast<int>(leftOut.size()));
  lines << reasonsOf(leftOut);
  if (!toSee.isEmpty())
    lines << tr(
        "These images may hold text in the picture. Tick each one in which no text tells who it is, or draw boxes over "
        "its text (black in the whole series). Then export again:");
  result_->setText(lines.join('\n'));
  showImages(toSee, done["frames_of_quarantined"].toArray(), done["text_at"].toArray());
}

void DeidentifyDialog::showImages(const QJsonArray& toSee, const QJsonArray& frames, const QJsonArray& textAt) {
  images_->clear();
  looking_->setVisible(!toSee.isEmpty());
  for (int i = 0; i < toSee.size(); ++i) {
    const QString file = toSee[i].toObject()["file"].toString();
    auto* item = new QListWidgetItem(QFileInfo(file).fileName(), images_);
    item->setData(kFile, file);
    item->setData(kFrames, frames[i].toInt(1));
    item->setData(kText, textAt[i].toArray().toVariantList());
    item->setCheckState(Qt::Unchecked);
  }
  images_->setCurrentRow(0);
  start_->setText(toSee.isEmpty() ? tr("Export") : tr("Export again"));
}

void DeidentifyDialog::showPicture() {
  const auto* item = images_->currentItem();
  if (!item) return;
  const QString first = previews_->filePath(QString("%1.png").arg(images_->currentRow() + 1, 3, 10, QChar('0')));
  picture_->look(item->data(kFile).toString(), QPixmap(first), item->data(kFrames).toInt());
  std::vector<QRect> found;
  for (const QVariant& box : item->data(kText).toList()) {
    const QVariantList at = box.toList();
    found.emplace_back(at[0].toInt(), at[1].toInt(), at[2].toInt(), at[3].toInt());
  }
  picture_->showBoxes(found, boxes_.value(item->data(kFile).toString()));
  layout()->activate();  // a window makes room for wrapped text only when it is asked
  resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

}  // namespace app::deidentify
