#include "app/panels/patient_banner.h"

#include <QLabel>
#include <QVBoxLayout>

#include "app/case/shown_scan.h"
#include "app/text/numbers.h"

namespace app::panels {
namespace {

QString joined(const QStringList& parts) {
  QStringList given;
  for (const QString& part : parts)
    if (!part.trimmed().isEmpty()) given += part;
  return given.join(QStringLiteral("  ·  "));
}

QString sexWord(const std::string& sex) {
  if (sex == "F") return PatientBanner::tr("female");
  if (sex == "M") return PatientBanner::tr("male");
  if (sex == "O") return PatientBanner::tr("other sex");
  return QString::fromStdString(sex);
}

QLabel* line(const char* name, QVBoxLayout* layout) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  layout->addWidget(label);
  return label;
}

}  // namespace

QString patientTitle(const planning::Patient& patient) {
  const QString name = personName(patient.name);
  return name.isEmpty() ? PatientBanner::tr("No patient name") : name;
}

QString patientDetails(const planning::Patient& patient) {
  const QString id = patient.id.empty() ? PatientBanner::tr("no patient ID")
                                        : PatientBanner::tr("ID %1").arg(QString::fromStdString(patient.id));
  const QString born =
      patient.birthDate.empty() ? QString() : PatientBanner::tr("born %1").arg(date(patient.birthDate));
  return joined({id, sexWord(patient.sex), born});
}

PatientBanner::PatientBanner(ShownScan& scan, QWidget* parent) : QWidget(parent), scan_(scan) {
  setObjectName("patientBanner");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->setSpacing(2);
  name_ = line("patientName", layout);
  details_ = line("patientDetails", layout);
  study_ = line("studyLine", layout);
  series_ = line("seriesLine", layout);
  name_->setProperty("role", "patientName");
  connect(&scan_, &ShownScan::planChanged, this, &PatientBanner::refresh);
  refresh();
}

void PatientBanner::refresh() {
  const auto volume = scan_.volume();
  setVisible(volume != nullptr);
  if (!volume) return;
  const auto& patient = volume->identity.patient;
  const auto& study = volume->identity.study;
  name_->setText(patientTitle(patient));
  details_->setText(patientDetails(patient));
  study_->setText(joined({date(study.date), QString::fromStdString(study.description)}));
  series_->setText(joined(
      {QString::fromStdString(volume->identity.modality), QString::fromStdString(volume->identity.description)}));
}

}  // namespace app::panels
