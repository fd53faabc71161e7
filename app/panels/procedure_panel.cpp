#include "app/panels/procedure_panel.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/case/plan_document.h"
#include "app/look/quiet_combo.h"
#include "app/panels/attest.h"
#include "app/panels/findings_panel.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"
#include "io/report/record_fields.h"

namespace app::panels {
namespace {

using io::report::recordFields;
using planning::procedure::Opacification;
using planning::procedure::ProcedureRecord;
using Field = io::report::Field<ProcedureRecord>;
using Answer = io::report::Answer<ProcedureRecord>;
using Word = io::report::Word<ProcedureRecord>;

struct Named {
  const char *key, *name;
};
constexpr const char* kContext = "app::panels::ProcedurePanel";

constexpr Named kFields[] = {
    {"date", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Date, YYYY-MM-DD")},
    {"performed_by", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Performed by")},
    {"guidance", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Guidance")},
    {"position", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Position")},
    {"time_out_by", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Time-out led by")},
    {"time_out_patient", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Patient read aloud")},
    {"time_out_side", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Side read aloud")},
    {"time_out_level", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Level read aloud")},
    {"time_out_allergy", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Allergy read aloud")},
    {"time_out_coagulation", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Coagulation read aloud")},
    {"asepsis", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Strict asepsis")},
    {"contrast", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Contrast")},
    {"anaesthetic_test_relieved", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Relieved by anaesthetic test")},
    {"drug", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Drug")},
    {"lot", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Lot")},
    {"volume_ml", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Volume, ml")},
    {"dose_area_product_dgy_cm2", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Dose area product, dGy·cm²")},
    {"dose_length_product_mgy_cm", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Dose length product, mGy·cm")},
    {"duration_min", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Duration, min")},
    {"complications", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Complications")},
    {"no_complications", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "No complications")},
    {"pain_before", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Pain before, 0 to 10")},
    {"pain_after", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Pain after, 0 to 10")},
    {"pain_day4", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Pain on day 4, 0 to 10")},
    {"pain_day30", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Pain on day 30, 0 to 10")},
    {"follow_up_date", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "Last asked on, YYYY-MM-DD")},
};

constexpr Named kWords[] = {
    {"CT", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "CT")},
    {"fluoroscopy", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "fluoroscopy")},
    {"prone", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "prone")},
    {"supine", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "supine")},
    {"left-lateral", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "on the left side")},
    {"right-lateral", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "on the right side")},
    {"iodine", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "iodine")},
    {"air", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "air")},
    {"yes", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "yes")},
    {"no", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "no")},
    {"epidural", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "epidural")},
    {"articular", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "articular")},
    {"vascular", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "vascular")},
    {"intrathecal", QT_TRANSLATE_NOOP("app::panels::ProcedurePanel", "intrathecal")},
};

template <std::size_t n>
QString nameIn(const Named (&table)[n], const std::string& key) {
  for (const auto& row : table)
    if (key == row.key) return QCoreApplication::translate(kContext, row.name);
  return QString::fromStdString(key);
}

std::vector<std::string> wordsOf(const Word& word) {
  if (word.codes.empty()) return {"CT", "fluoroscopy"};
  std::vector<std::string> words;
  for (const auto& one : word.codes) words.emplace_back(one.word);
  return words;
}

/// What stands in a field's editor, as typed, a number with its comma as a point; empty where nothing does.
std::string typedIn(const Field& field, const QWidget& editor) {
  const bool isNumber = std::holds_alternative<io::report::Number<ProcedureRecord>>(field.value);
  if (const auto* line = qobject_cast<const QLineEdit*>(&editor)) {
    const auto number = isNumber ? parseNumber(line->text()) : std::nullopt;
    return number ? io::report::typedNumber(*number) : line->text().trimmed().toStdString();
  }
  if (const auto* combo = qobject_cast<const QComboBox*>(&editor)) return combo->currentData().toString().toStdString();
  return qobject_cast<const QCheckBox*>(&editor)->isChecked() ? "yes" : "";
}

/// What is being typed stays, but for another scan: it was meant for the one before.
void put(const Field& field, const ProcedureRecord& record, QWidget& editor, bool isOfAnother) {
  const QString typed = QString::fromStdString(io::report::typedOf(field, record));
  if (auto* line = qobject_cast<QLineEdit*>(&editor); line && (isOfAnother || !line->hasFocus() || !line->isModified()))
    line->setText(typed);
  if (auto* combo = qobject_cast<QComboBox*>(&editor)) combo->setCurrentIndex(std::max(0, combo->findData(typed)));
  if (auto* box = qobject_cast<QCheckBox*>(&editor)) box->setChecked(typed == QLatin1String("yes"));
}

}  // namespace

QString recordFieldName(const std::string& key) {
  return nameIn(kFields, key);
}

ProcedurePanel::ProcedurePanel(const QString& title, PlanDocument& document, QWidget* parent)
    : Section(title, true, parent), document_(document), patterns_(new QLabel), findings_(new QLabel) {
  patterns_->setObjectName("record-patterns");
  findings_->setObjectName("record-findings");
  for (QLabel* label : {patterns_, findings_}) label->setWordWrap(true);
  findings_->setTextFormat(Qt::RichText);
  addPatterns();
  addFields();
  body()->addWidget(findings_);
  setFolded(true);
  connect(&document_, &PlanDocument::planChanged, this, &ProcedurePanel::refresh);
  refresh();
}

/// A button a pattern: each press is one more test.
void ProcedurePanel::addPatterns() {
  auto* buttons = new QGridLayout;
  for (const auto pattern :
       {Opacification::Epidural, Opacification::Articular, Opacification::Vascular, Opacification::Intrathecal}) {
    auto* button = new QPushButton(nameIn(kWords, word(pattern)));
    button->setObjectName(QStringLiteral("record-") + word(pattern));
    connect(button, &QPushButton::clicked, this, [this, pattern] { addPattern(pattern); });
    const int place = buttons->count();
    buttons->addWidget(button, place / 2, place % 2);
  }
  body()->addWidget(caption(tr("Opacification, one press a test")));
  body()->addLayout(buttons);
  body()->addWidget(patterns_);
}

void ProcedurePanel::addFields() {
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  for (const auto& field : recordFields()) {
    const QString name = recordFieldName(field.key);
    QWidget* editor = nullptr;
    if (const auto* word = std::get_if<Word>(&field.value)) {
      auto* combo = new QuietCombo({});
      combo->addItem(QString(), QString());
      for (const auto& one : wordsOf(*word)) combo->addItem(nameIn(kWords, one), QString::fromStdString(one));
      connect(combo, &QComboBox::activated, this, &ProcedurePanel::takeForm);
      editor = combo;
    } else if (std::holds_alternative<Answer>(field.value)) {
      auto* box = new QCheckBox(name);
      connect(box, &QCheckBox::clicked, this, &ProcedurePanel::takeForm);
      editor = box;
    } else {
      auto* line = new QLineEdit;
      connect(line, &QLineEdit::editingFinished, this, &ProcedurePanel::takeForm);
      editor = line;
    }
    editor->setObjectName(QStringLiteral("record-") + field.key);
    editors_.push_back(editor);
    if (std::holds_alternative<Answer>(field.value))
      form->addRow(editor);  // its name stands beside the box
    else
      form->addRow(name, editor);
  }
  body()->addLayout(form);
}

void ProcedurePanel::addPattern(Opacification pattern) {
  auto record = document_.plan().choices.record.value_or(ProcedureRecord());
  record.opacifications.push_back(pattern);
  keep(std::move(record));
}

void ProcedurePanel::takeForm() {
  if (!document_.isOpen()) return;
  ProcedureRecord record;
  if (const auto& now = document_.plan().choices.record) record.opacifications = now->opacifications;
  for (std::size_t i = 0; i < editors_.size(); ++i) {
    const std::string typed = typedIn(recordFields()[i], *editors_[i]);
    if (!typed.empty() && !takeTyped(typed, recordFields()[i], record))
      return say(sentence({"bad-argument", {}, recordFieldName(recordFields()[i].key).toStdString() + ": " + typed}));
  }
  for (auto* editor : editors_)
    if (auto* line = qobject_cast<QLineEdit*>(editor)) line->setModified(false);
  keep(std::move(record));
}

/// Nothing where it cannot be: the form keeps what was typed, and says why.
void ProcedurePanel::keep(ProcedureRecord record) {
  if (!document_.isOpen()) return;
  const auto before = document_.plan().choices.record.value_or(ProcedureRecord());
  if (record == before) return refresh();
  record = withDates(std::move(record), before, today());
  if (const auto may = mayBe(record, today()); !may) return say(sentence(may.error()));
  document_.edit(tr("Record procedure"), [record](PlanDraft& draft) { draft.choices.record = record; });
}

/// What was refused, before what somebody must see of the record: "do not inject" stays in sight.
void ProcedurePanel::say(const QString& refusal) {
  const auto& choices = document_.plan().choices;
  const QString table = choices.record ? findingsTable(judge(*choices.record, choices.checks)) : QString();
  findings_->setText(refusal.isEmpty() ? table : "<p>" + refusal.toHtmlEscaped() + "</p>" + table);
}

void ProcedurePanel::refresh() {
  setEnabled(document_.isOpen());
  const auto& recorded = document_.plan().choices.record;
  const auto record = recorded.value_or(ProcedureRecord());
  const bool isOfAnother = shownOf_ != document_.plan().choices.scan.seriesUid;
  shownOf_ = document_.plan().choices.scan.seriesUid;
  for (std::size_t i = 0; i < editors_.size(); ++i) put(recordFields()[i], record, *editors_[i], isOfAnother);
  QStringList patterns;
  for (const auto pattern : record.opacifications) patterns += nameIn(kWords, word(pattern));
  patterns_->setText(patterns.join(QStringLiteral(" → ")));
  patterns_->setVisible(!patterns.isEmpty());
  say({});
  setSummary(recorded ? QString::fromStdString(record.date) : QString());
}

}  // namespace app::panels
