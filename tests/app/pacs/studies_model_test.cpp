#include "app/pacs/studies_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>

#include "app/pacs/search_form.h"

namespace app::pacs {
namespace {

io::pacs::StudyAnswer study(const std::string& uid, const planning::Patient& patient, int objects = 1) {
  io::pacs::StudyAnswer answer;
  answer.patient = patient;
  answer.study.uid = uid;
  answer.study.date = "20240305";
  answer.study.time = "093012.5";
  answer.modalities = {"CT", "SEG"};
  answer.instances = objects;
  return answer;
}

QString shown(const StudiesModel& model, int row, int column) {
  return model.index(row, column).data().toString();
}

TEST(PacsStudies, areListedAsTheyComeAndAsTheyAre) {
  StudiesModel model;
  const QAbstractItemModelTester tester(&model);
  model.add(study("1.1", {"P1", "CLINIC", "Müller^Jörg", "19500102", "M"}, 23));
  EXPECT_EQ(shown(model, 0, StudiesModel::Patient), "Müller, Jörg");
  EXPECT_EQ(shown(model, 0, StudiesModel::PatientId), "P1");
  EXPECT_EQ(shown(model, 0, StudiesModel::Issuer), "CLINIC");
  EXPECT_EQ(shown(model, 0, StudiesModel::Born), "1950-01-02");
  EXPECT_EQ(shown(model, 0, StudiesModel::Date), "2024-03-05 09:30");
  EXPECT_EQ(shown(model, 0, StudiesModel::Modalities), "CT, SEG");
  EXPECT_EQ(shown(model, 0, StudiesModel::Objects), "23");
  model.add(study("1.0", {"P0", "", "Abel^Anna", "", ""}, 0));
  EXPECT_EQ(shown(model, 1, StudiesModel::Patient), "Abel, Anna") << "what is chosen does not move";
  EXPECT_EQ(shown(model, 1, StudiesModel::Objects), "") << "not said is not none";
}

TEST(PacsStudies, twoPatientsOfOneIdAreMarked) {
  const planning::Patient patient{"P1", "CLINIC", "Doe^Jane", "19500102", "F"};
  planning::Patient issuer = patient, born = patient, again = patient, other = patient;
  issuer.issuer = "OTHER";
  born.birthDate = "19600102";
  other.id = "P2";
  for (const auto& second : {issuer, born}) {
    StudiesModel model;
    model.add(study("1.1", patient));
    model.add(study("1.2", other));
    EXPECT_FALSE(model.sharesId(0));
    model.add(study("1.3", second));
    EXPECT_TRUE(model.sharesId(0));
    EXPECT_FALSE(model.sharesId(1));
    EXPECT_TRUE(model.sharesId(2));
    EXPECT_EQ(shown(model, 0, StudiesModel::PatientId), "! P1");
    EXPECT_EQ(shown(model, 2, StudiesModel::PatientId), "! P1");
    EXPECT_TRUE(model.index(0, 0).data(Qt::ToolTipRole).toString().contains("same Patient ID"));
  }
  StudiesModel model;
  model.add(study("1.1", patient));
  model.add(study("1.2", again));
  EXPECT_FALSE(model.sharesId(0));
  model.clear();
  EXPECT_EQ(model.rowCount(), 0);
}

TEST(PacsStudies, withoutAnIdAreNotSaidToShareOne) {
  StudiesModel model;
  model.add(study("1.1", {"", "", "A", "", ""}));
  model.add(study("1.2", {"", "", "B", "", ""}));
  EXPECT_FALSE(model.sharesId(0));
}

TEST(PacsStudies, whatIsChosenStaysChosenWhenTheyAreSorted) {
  StudiesModel model;
  const QAbstractItemModelTester tester(&model);
  model.add(study("1.1", {"P1", "", "B", "", ""}, 100));
  model.add(study("1.2", {"P2", "", "A", "", ""}, 20));
  model.add(study("1.3", {"P3", "", "C", "", ""}, 3));
  const QPersistentModelIndex chosen(model.index(0, 0));
  model.sort(StudiesModel::Patient, Qt::AscendingOrder);
  EXPECT_EQ(model.at(0).study.uid, "1.2");
  EXPECT_EQ(model.at(chosen.row()).study.uid, "1.1");
  model.sort(StudiesModel::Objects, Qt::AscendingOrder);
  EXPECT_EQ(model.at(0).study.uid, "1.3") << "as numbers, not as text";
  EXPECT_EQ(model.at(chosen.row()).study.uid, "1.1");
}

TEST(PacsStudies, stepsOfOneStudyAreNotTakenForOneAnother) {
  StudiesModel model;
  model.add(study("", {"P1", "", "C", "", ""}));
  model.add(study("", {"P2", "", "A", "", ""}));
  const QPersistentModelIndex chosen(model.index(0, 0));
  model.sort(StudiesModel::Patient, Qt::AscendingOrder);
  EXPECT_EQ(model.at(chosen.row()).patient.id, "P1");
}

TEST(PacsStudies, textThatCannotBeReadIsSaid) {
  StudiesModel model;
  auto unread = study("1.1", {"P3", "", "????", "", ""});
  unread.textSure = false;
  model.add(unread);
  EXPECT_TRUE(shown(model, 0, StudiesModel::Patient).startsWith("? "));
  EXPECT_TRUE(model.index(0, 0).data(Qt::ToolTipRole).toString().contains("characters"));
}

TEST(PacsName, isAskedForAsDicomWritesIt) {
  EXPECT_EQ(nameKey("doe"), "doe*");
  EXPECT_EQ(nameKey(" doe,  jane "), "doe*^jane*");
  EXPECT_EQ(nameKey("doe^jane"), "doe*^jane*");
  EXPECT_EQ(nameKey("de la Cruz"), "de la Cruz*");
  EXPECT_EQ(nameKey("d?e*"), "d?e*");
  EXPECT_EQ(nameKey("doe,"), "doe*");
  EXPECT_EQ(nameKey("Müller"), "Müller*");
  EXPECT_EQ(nameKey("  "), "");
}

}  // namespace
}  // namespace app::pacs
