#include "app/pacs/sites_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

#include "app/look/file_dialogs.h"
#include "app/look/quiet_combo.h"
#include "app/look/style.h"
#include "app/text/sentences.h"
#include "io/pacs/site_file.h"

namespace app::pacs {
namespace {

using io::pacs::Site;
using planning::needle::Verdict;

constexpr int kListWidth = 180, kFormWidth = 460;
constexpr int kUsualPort = 104, kUsualListener = 11113;
constexpr int kLongestTitle = 16;  // VR AE

QString textOf(const std::string& utf8) {
  return QString::fromStdString(utf8);
}
std::string valueOf(const QLineEdit* field) {
  return field->text().trimmed().toStdString();
}
std::filesystem::path pathOf(const QLineEdit* field) {
  return field->text().trimmed().toStdString();
}

QPushButton* button(const char* name, const QString& text) {
  auto* made = new QPushButton(text);
  made->setObjectName(name);
  made->setAutoDefault(false);
  return made;
}

QSpinBox* portBox(const char* name) {
  auto* box = new QSpinBox;
  box->setObjectName(name);
  box->setRange(1, 65535);
  box->setButtonSymbols(QAbstractSpinBox::NoButtons);
  return box;
}

}  // namespace

SitesDialog::SitesDialog(const std::filesystem::path& file, QWidget* parent)
    : QDialog(parent),
      file_(file),
      work_(reporter_),
      list_(new QListWidget),
      name_(line("siteName")),
      host_(line("siteHost", tr("Name or IPv4 address"))),
      called_(line("siteCalled")),
      calling_(line("siteCalling")),
      trusted_(line("siteTrusted")),
      certificate_(line("siteCertificate")),
      key_(line("siteKey")),
      revoked_(line("siteRevoked")),
      station_(line("siteStation", tr("All"))),
      address_(line("siteAddress", tr("IPv4 address of this computer"))),
      from_(line("siteFrom", tr("The archive's host"))),
      port_(portBox("sitePort")),
      listen_(portBox("siteListen")),
      tls_(new QCheckBox(tr("Encrypted (TLS)"))),
      worklist_(new QCheckBox(tr("Has a worklist"))),
      outbox_(new QCheckBox(tr("Completed plans and saved controls are sent there by themselves"))),
      way_(new panels::QuietCombo("siteWay")),
      state_(new QLabel),
      add_(button("siteAdd", tr("Add"))),
      remove_(button("siteRemove", tr("Remove"))),
      test_(button("siteTest", tr("Test connection"))),
      save_(button("siteSave", tr("Save"))),
      close_(button("siteClose", tr("Close"))) {
  setObjectName("sitesDialog");
  setWindowTitle(tr("Archives"));
  form_ = makeForm();
  auto* columns = new QHBoxLayout;
  columns->addWidget(makeList());
  columns->addWidget(form_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(columns, 1);
  state_->setObjectName("siteState");
  state_->setWordWrap(true);
  state_->setTextFormat(Qt::PlainText);
  state_->setMinimumHeight(2 * state_->fontMetrics().lineSpacing());
  layout->addWidget(state_);
  layout->addWidget(makeButtons());
  connect(&work_, &PacsWork::connected, this, [this](const std::optional<planning::Error>& error) {
    if (error)
      say(sentence(*error), false);
    else
      say(tr("The archive answers."), true);
    enable();
  });
  read({});
}

SitesDialog::~SitesDialog() = default;

QLineEdit* SitesDialog::line(const char* name, const QString& hint) {
  auto* field = new QLineEdit;
  field->setObjectName(name);
  field->setPlaceholderText(hint);
  connect(field, &QLineEdit::textEdited, this, [this] { enable(); });
  return field;
}

QWidget* SitesDialog::fileRow(QLineEdit* field, const QString& title) {
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  auto* choose = button("", tr("Choose"));
  choose->setAccessibleName(title);
  layout->addWidget(field, 1);
  layout->addWidget(choose);
  connect(choose, &QPushButton::clicked, this, [this, field, title] {
    const QString chosen = fileFromDialog(this, title, field->text());
    if (!chosen.isEmpty()) field->setText(chosen);
    enable();
  });
  return row;
}

QWidget* SitesDialog::makeList() {
  auto* side = new QWidget;
  side->setFixedWidth(kListWidth);
  auto* layout = new QVBoxLayout(side);
  layout->setContentsMargins(0, 0, 8, 0);
  list_->setObjectName("siteList");
  list_->setAccessibleName(tr("Archives"));
  layout->addWidget(list_, 1);
  layout->addWidget(add_);
  layout->addWidget(remove_);
  // Queued: the list is filled anew, which its own signal must not see.
  connect(
      list_, &QListWidget::currentTextChanged, this, [this](const QString& wanted) { leaveFormFor(wanted); },
      Qt::QueuedConnection);
  connect(add_, &QPushButton::clicked, this, &SitesDialog::add);
  connect(remove_, &QPushButton::clicked, this, &SitesDialog::remove);
  return side;
}

QWidget* SitesDialog::makeForm() {
  called_->setMaxLength(kLongestTitle);
  calling_->setMaxLength(kLongestTitle);
  station_->setMaxLength(kLongestTitle);
  way_->addItem(tr("C-GET: over the same connection"));
  way_->addItem(tr("C-MOVE: the archive connects to this computer"));
  way_->setAccessibleName(tr("Fetch by"));
  auto* form = new QWidget;
  form->setMinimumWidth(kFormWidth);
  auto* rows = new QFormLayout(form);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->addRow(tr("Name"), name_);
  rows->addRow(tr("Host"), host_);
  rows->addRow(tr("Port"), port_);
  rows->addRow(tr("AE title of the archive"), called_);
  rows->addRow(tr("AE title of this computer"), calling_);
  rows->addRow({}, tls_);
  tlsRows_ = new QWidget;
  auto* files = new QFormLayout(tlsRows_);
  files->setContentsMargins(0, 0, 0, 0);
  files->addRow(tr("Trusted authorities"), fileRow(trusted_, tr("Trusted authorities, PEM")));
  files->addRow(tr("Our certificate"), fileRow(certificate_, tr("Our certificate, PEM")));
  files->addRow(tr("Its private key"), fileRow(key_, tr("Its private key, PEM")));
  files->addRow(tr("Revoked certificates"), fileRow(revoked_, tr("Revoked certificates, PEM")));
  rows->addRow(tlsRows_);
  rows->addRow({}, worklist_);
  rows->addRow(tr("Station on the worklist"), station_);
  rows->addRow({}, outbox_);
  rows->addRow(tr("Fetch by"), way_);
  moveRows_ = new QWidget;
  auto* listener = new QFormLayout(moveRows_);
  listener->setContentsMargins(0, 0, 0, 0);
  listener->addRow(tr("Listen on address"), address_);
  listener->addRow(tr("Listen on port"), listen_);
  listener->addRow(tr("Taken only from"), from_);
  rows->addRow(moveRows_);
  for (auto* box : {port_, listen_}) connect(box, &QSpinBox::valueChanged, this, [this] { enable(); });
  for (auto* box : {tls_, worklist_, outbox_}) connect(box, &QCheckBox::toggled, this, [this] { enable(); });
  connect(way_, &QComboBox::currentIndexChanged, this, [this] { enable(); });
  return form;
}

QWidget* SitesDialog::makeButtons() {
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(test_);
  layout->addStretch();
  layout->addWidget(close_);
  layout->addWidget(save_);
  connect(test_, &QPushButton::clicked, this, &SitesDialog::test);
  connect(save_, &QPushButton::clicked, this, &SitesDialog::save);
  connect(close_, &QPushButton::clicked, this, &SitesDialog::reject);
  return row;
}

/// The list as the file is now, with the archive of this name chosen, else the first.
void SitesDialog::read(const QString& choose) {
  std::error_code ignored;
  const auto sites = std::filesystem::exists(file_, ignored) ? io::pacs::readSites(file_) : std::vector<Site>();
  sites_ = sites.value_or(std::vector<Site>());
  const QSignalBlocker quiet(list_);
  list_->clear();
  for (const auto& site : sites_) list_->addItem(textOf(site.name));
  const auto found =
      std::find_if(sites_.begin(), sites_.end(), [&](const Site& site) { return textOf(site.name) == choose; });
  const int row = sites_.empty() ? -1 : found == sites_.end() ? 0 : static_cast<int>(found - sites_.begin());
  list_->setCurrentRow(row);
  fill(row);
  if (!sites) say(sentence(sites.error()), false);
  form_->setEnabled(sites.has_value());  // a file that is wrong is mended by hand: nothing of it gets lost
  add_->setEnabled(sites.has_value());
}

void SitesDialog::fill(int row) {
  Site fresh;
  fresh.port = kUsualPort;
  shown_ = row >= 0 && row < static_cast<int>(sites_.size()) ? sites_[static_cast<std::size_t>(row)] : fresh;
  const auto tls = shown_.tls.value_or(io::pacs::Tls{});
  const auto move = shown_.move.value_or(io::pacs::MoveTarget{{}, kUsualListener});
  const std::pair<QLineEdit*, std::string> values[] = {{name_, shown_.name},
                                                       {host_, shown_.host},
                                                       {called_, shown_.called},
                                                       {calling_, shown_.calling},
                                                       {trusted_, tls.trusted.string()},
                                                       {certificate_, tls.certificate.string()},
                                                       {key_, tls.key.string()},
                                                       {revoked_, tls.revoked.string()},
                                                       {station_, shown_.worklistStation},
                                                       {address_, move.address},
                                                       {from_, move.from}};
  for (const auto& [field, value] : values) field->setText(textOf(value));
  port_->setValue(shown_.port);
  listen_->setValue(move.port);
  tls_->setChecked(shown_.tls.has_value());
  worklist_->setChecked(shown_.worklist);
  outbox_->setChecked(shown_.outbox);
  way_->setCurrentIndex(shown_.move ? 1 : 0);
  work_.cancelSearch();
  say({});
  enable();
}

Site SitesDialog::formed() const {
  Site site;
  site.name = valueOf(name_);
  site.host = valueOf(host_);
  site.port = port_->value();
  site.called = valueOf(called_);
  site.calling = valueOf(calling_);
  if (tls_->isChecked()) site.tls = {pathOf(trusted_), pathOf(certificate_), pathOf(key_), pathOf(revoked_)};
  site.worklist = worklist_->isChecked();
  site.worklistStation = valueOf(station_);
  site.outbox = outbox_->isChecked();
  if (way_->currentIndex() == 1) site.move = {valueOf(address_), listen_->value(), valueOf(from_)};
  return site;
}

void SitesDialog::add() {
  if (!mayLeaveForm()) return;
  const QSignalBlocker quiet(list_);
  list_->setCurrentRow(-1);
  fill(-1);
  name_->setFocus();
}

void SitesDialog::save() {
  const Site site = formed();
  if (const auto saved = io::pacs::saveSite(file_, shown_.name, site); !saved)
    return say(sentence(saved.error()), false);
  read(textOf(site.name));
  say(tr("Saved."));
}

void SitesDialog::remove() {
  const QString question = tr("Remove the archive “%1” from the list?").arg(textOf(shown_.name));
  if (QMessageBox::question(this, tr("Archives"), question) != QMessageBox::Yes) return;
  if (const auto gone = io::pacs::saveSite(file_, shown_.name, std::nullopt); !gone)
    return say(sentence(gone.error()), false);
  read({});
}

/// As it stands in the form: through the same form of text as the file, so that the same is refused.
void SitesDialog::test() {
  Site site = formed();
  if (site.name.empty()) site.name = site.host.empty() ? "?" : site.host;
  const auto text = io::pacs::withSite({}, {}, site);
  if (!text) return say(sentence(text.error()), false);
  say(tr("Asking %1").arg(textOf(site.name)));
  work_.test(site);
  enable();
}

void SitesDialog::leaveFormFor(const QString& name) {
  const bool leaves = mayLeaveForm();
  if (leaves) return read(name);
  const auto items = list_->findItems(textOf(shown_.name), Qt::MatchExactly | Qt::MatchCaseSensitive);
  const QSignalBlocker quiet(list_);
  list_->setCurrentItem(items.isEmpty() ? nullptr : items.first());
}

bool SitesDialog::mayLeaveForm() {
  if (!save_->isEnabled()) return true;
  const auto answer = QMessageBox::question(this, tr("Archives"), tr("The archive in the form is not saved."),
                                            QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
  if (answer != QMessageBox::Save) return answer == QMessageBox::Discard;
  save();
  return !save_->isEnabled();
}

void SitesDialog::reject() {
  if (!mayLeaveForm()) return;
  work_.cancelSearch();
  QDialog::reject();
}

void SitesDialog::say(const QString& text, std::optional<bool> good) {
  const QString sign = good ? verdictSign(*good ? Verdict::Clear : Verdict::Breach) + ' ' : QString();
  state_->setText(sign + text);
}

void SitesDialog::enable() {
  tlsRows_->setVisible(tls_->isChecked());
  moveRows_->setVisible(way_->currentIndex() == 1);
  station_->setEnabled(worklist_->isChecked());
  save_->setEnabled(form_->isEnabled() && formed() != shown_);
  remove_->setEnabled(!shown_.name.empty());
  test_->setEnabled(form_->isEnabled() && !work_.isSearching());
}

}  // namespace app::pacs
