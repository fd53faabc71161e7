#include "app/deidentify/deidentify_dialog.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QIcon>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/panels/section.h"

namespace app::deidentify {
namespace {

constexpr int kThumbnail = 160;  // logical pixels

QLabel* wrapped(const QString& text) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  return label;
}

}  // namespace

DeidentifyDialog::DeidentifyDialog(const QString& inputFolder, QWidget* parent)
    : QDialog(parent),
      input_(new QLineEdit(inputFolder)),
      output_(new QLineEdit),
      keepDates_(new QCheckBox(tr("Keep the dates as they are"))),
      start_(new QPushButton(tr("Export"))),
      cancel_(new QPushButton(tr("Cancel"))),
      progress_(new QProgressBar),
      result_(wrapped({})),
      images_(new QListWidget) {
  setObjectName("deidentifyDialog");
  setWindowTitle(tr("Export without identity"));
  resize(640, 620);
  makeLayout();
  connect(start_, &QPushButton::clicked, this, &DeidentifyDialog::start);
  connect(cancel_, &QPushButton::clicked, &process_, &QProcess::kill);
  connect(&process_, &QProcess::finished, this,
          [this](int code, QProcess::ExitStatus status) { end(status == QProcess::NormalExit ? code : -1); });
  setRunning(false);
}

DeidentifyDialog::~DeidentifyDialog() {
  disconnect(&process_, nullptr, this, nullptr);
  process_.kill();
  process_.waitForFinished();
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
    const QString folder = QFileDialog::getExistingDirectory(this, title, line->text());
    if (!folder.isEmpty()) line->setText(folder);
  });
  return row;
}

void DeidentifyDialog::makeLayout() {
  start_->setObjectName("deidentifyStart");
  result_->setObjectName("deidentifyResult");
  images_->setObjectName("deidentifyImages");
  images_->setIconSize({kThumbnail, kThumbnail});
  images_->hide();
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
  layout->addWidget(images_, 1);
  layout->addStretch();
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel_);
  buttons->addWidget(start_);
  layout->addLayout(buttons);
}

void DeidentifyDialog::setFolders(const QString& input, const QString& output) {
  input_->setText(input);
  output_->setText(output);
}

QStringList DeidentifyDialog::seenFiles() const {
  QStringList files;
  for (int i = 0; i < images_->count(); ++i)
    if (images_->item(i)->checkState() == Qt::Checked) files << images_->item(i)->data(Qt::UserRole).toString();
  return files;
}

void DeidentifyDialog::start() {
  const QString output = output_->text();
  if (input_->text().isEmpty() || output.isEmpty()) return result_->setText(tr("Choose both folders first."));
  if (!exported_.isEmpty() && output == exported_) QDir(exported_).removeRecursively();
  previews_ = std::make_unique<QTemporaryDir>();
  QStringList arguments{"deidentify", input_->text(), output, "--json", "--previews", previews_->path()};
  if (keepDates_->isChecked()) arguments << "--keep-dates";
  for (const QString& file : seenFiles()) arguments << "--seen" << file;
  setRunning(true);
  process_.start(QCoreApplication::applicationDirPath() + "/needleplan", arguments);
}

void DeidentifyDialog::setRunning(bool running) {
  progress_->setVisible(running);
  progress_->setRange(0, 0);
  cancel_->setVisible(running);
  for (QWidget* one : std::initializer_list<QWidget*>{start_, input_, output_, keepDates_}) one->setEnabled(!running);
}

void DeidentifyDialog::end(int exitCode) {
  setRunning(false);
  if (exitCode == 0) {
    exported_ = output_->text();
    showResult(process_.readAllStandardOutput());
  } else {
    const QString said = QString::fromUtf8(process_.readAllStandardError()).trimmed();
    result_->setText(said.isEmpty() ? tr("Stopped; nothing was exported.") : said.section('\n', -1));
  }
  Q_EMIT exportEnded(exitCode == 0);
}

void DeidentifyDialog::showResult(const QByteArray& json) {
  const QJsonObject done = QJsonDocument::fromJson(json).object();
  const QJsonArray toSee = done["quarantined"].toArray(), leftOut = done["left_out"].toArray();
  QStringList lines{tr("%n file(s) exported; no identifier was found in them.", nullptr, done["files"].toInt())};
  if (!leftOut.isEmpty()) lines << tr("%n file(s) stayed behind:", nullptr, static_cast<int>(leftOut.size()));
  for (const auto& one : leftOut) lines << one.toObject()["reason"].toString();
  lines.removeDuplicates();
  if (!toSee.isEmpty())
    lines << tr(
        "These images may hold text in the picture. Tick those in which no text tells who it is, and export "
        "again:");
  result_->setText(lines.join('\n'));
  images_->clear();
  images_->setVisible(!toSee.isEmpty());
  for (int i = 0; i < toSee.size(); ++i) {
    const QString file = toSee[i].toObject()["file"].toString();
    const QIcon icon(previews_->filePath(QString("%1.png").arg(i + 1, 3, 10, QChar('0'))));
    auto* item = new QListWidgetItem(icon, QFileInfo(file).fileName(), images_);
    item->setData(Qt::UserRole, file);
    item->setCheckState(Qt::Unchecked);
  }
  start_->setText(toSee.isEmpty() ? tr("Export") : tr("Export again"));
}

}  // namespace app::deidentify
