#include "app/pacs/search_form.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include "app/archive/search_fields.h"

namespace app::pacs {

std::string nameKey(const QString& typed) {
  const QString text = typed.simplified();
  if (text.isEmpty()) return {};
  if (text.contains('*') || text.contains('?')) return text.toStdString();
  QString key = text;
  const auto comma = key.indexOf(',');
  if (comma >= 0) key = key.left(comma).trimmed() + '^' + key.mid(comma + 1).trimmed();
  QStringList parts = key.split('^', Qt::SkipEmptyParts);
  for (QString& part : parts) part += '*';
  return parts.join('^').toStdString();
}

QLineEdit* SearchForm::field(const QString& name, const QString& hint) {
  auto* made = new QLineEdit;
  made->setObjectName(name);
  made->setPlaceholderText(hint);
  made->setAccessibleName(hint);
  made->setToolTip(hint);
  made->setClearButtonEnabled(true);
  made->installEventFilter(this);
  connect(made, &QLineEdit::returnPressed, this, &SearchForm::searchAsked);
  return made;
}

SearchForm::SearchForm(QWidget* parent)
    : QWidget(parent),
      name_(field("pacsName", tr("Name: family, given"))),
      id_(field("pacsId", tr("Patient ID"))),
      from_(field("pacsFrom", tr("From YYYY-MM-DD"))),
      until_(field("pacsUntil", tr("To YYYY-MM-DD"))),
      modality_(field("pacsModality", tr("Modality"))),
      accession_(field("pacsAccession", tr("Accession number"))) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  setFocusProxy(name_);
  for (auto* one : {name_, id_, from_, until_, modality_, accession_})
    layout->addWidget(one, one == name_ ? 3 : one == modality_ ? 1 : 2);
}

bool SearchForm::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
    Q_EMIT listAsked();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

std::optional<io::pacs::StudyQuery> SearchForm::query() {
  const auto from = archive::firstDay(from_->text()), until = archive::lastDay(until_->text());
  if (!from || !until) {
    (from ? until_ : from_)->setFocus();
    return std::nullopt;
  }
  io::pacs::StudyQuery query;
  query.patientName = nameKey(name_->text());
  query.patientId = id_->text().trimmed().toStdString();
  query.from = *from;
  query.until = *until;
  query.modality = modality_->text().trimmed().toUpper().toStdString();
  query.accession = accession_->text().trimmed().toStdString();
  return query;
}

void SearchForm::askPatient(const std::string& patientId) {
  clear();
  id_->setText(QString::fromStdString(patientId));
}

void SearchForm::clear() {
  for (auto* one : {name_, id_, from_, until_, modality_, accession_}) one->clear();
}

}  // namespace app::pacs
