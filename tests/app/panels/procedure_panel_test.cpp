// The record of the procedure in the window, typed in with the keyboard, without a case around it.
#include "app/panels/procedure_panel.h"

#include <gtest/gtest.h>

#include <QDate>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "app/case/plan_document.h"
#include "app/text/site_words.h"
#include "app/text/words.h"
#include "io/report/record_fields.h"
#include "planning/check.h"

namespace app::panels {
namespace {

using planning::procedure::ProcedureRecord;
using enum planning::procedure::Opacification;

PlanDocument::Assessed notAssessed(const PlanDraft& draft) {
  planning::Assessment assessment;
  assessment.needles.resize(draft.choices.needles.size());
  return {draft.choices, assessment};
}

class Procedure : public testing::Test {
 protected:
  void SetUp() override {
    document_.open(emptyDraft());
    document_.announce();
    panel_.setFolded(false);
    panel_.show();
  }
  void TearDown() override { speak("en"); }

  QWidget* widget(const std::string& key) {
    auto* found = panel_.findChild<QWidget*>("record-" + QString::fromStdString(key));
    planning::check(found != nullptr, key.c_str());
    return found;
  }
  /// As a person does: text, then Enter.
  void type(const char* key, const char* text) {
    QTest::keyClick(widget(key), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(widget(key), text);
    QTest::keyClick(widget(key), Qt::Key_Return);
  }
  void press(const char* key) { QTest::keyClick(widget(key), Qt::Key_Space); }
  QString said() { return panel_.findChild<QLabel*>("record-findings")->text(); }
  std::optional<ProcedureRecord> record() const { return document_.plan().choices.record; }

  PlanDocument document_{PlanDocument::Ground{notAssessed, [](PlanDraft&, const PlanDraft&) {}}};
  ProcedurePanel panel_{"Procedure", document_};
};

}  // namespace

TEST_F(Procedure, isRecordedWithTheKeyboard) {
  EXPECT_FALSE(record());
  press("epidural");
  type("volume_ml", "4");
  type("pain_before", "7");
  type("drug", "Cortancyl");
  press("asepsis");
  ASSERT_TRUE(record());
  EXPECT_EQ(record()->opacifications, std::vector{Epidural});
  EXPECT_EQ(record()->volumeMl, 4);
  EXPECT_EQ(record()->painBefore, 7);
  EXPECT_EQ(record()->drug, "Cortancyl");
  EXPECT_TRUE(record()->asepsis);
  EXPECT_EQ(record()->date, QDate::currentDate().toString(Qt::ISODate).toStdString());
}

TEST_F(Procedure, isUndoneStepByStep) {
  type("drug", "Cortancyl");
  press("vascular");
  document_.undoStack().undo();
  ASSERT_TRUE(record());
  EXPECT_TRUE(record()->opacifications.empty());
  EXPECT_EQ(record()->drug, "Cortancyl");
  document_.undoStack().undo();
  EXPECT_FALSE(record());
}

// It is of the needle that was there; of another one it would say what was not done.
TEST_F(Procedure, isNotKeptForAnotherNeedle) {
  type("drug", "Cortancyl");
  document_.setOperator("Doe^Ann", {});
  EXPECT_TRUE(record());
  document_.setLevel("L4-L5");
  EXPECT_FALSE(record());
  document_.undoStack().undo();
  ASSERT_TRUE(record());
  EXPECT_EQ(record()->drug, "Cortancyl");
}

TEST_F(Procedure, takesBackAValueThatIsClearedAndKeepsWhatCannotBeOut) {
  type("pain_before", "7");
  type("pain_before", "11");
  EXPECT_EQ(record()->painBefore, 7);
  EXPECT_TRUE(said().contains("11")) << said().toStdString();
  QTest::keyClick(widget("pain_before"), Qt::Key_A, Qt::ControlModifier);
  QTest::keyClick(widget("pain_before"), Qt::Key_Delete);
  QTest::keyClick(widget("pain_before"), Qt::Key_Return);
  EXPECT_FALSE(record()->painBefore);
  type("date", "2999-01-01");
  EXPECT_NE(record()->date, "2999-01-01");
  EXPECT_TRUE(said().contains("still to come")) << said().toStdString();
}

TEST_F(Procedure, takesANumberWithACommaAndShowsItWithAPoint) {
  type("volume_ml", "2,5");
  ASSERT_TRUE(record());
  EXPECT_EQ(record()->volumeMl, 2.5);
  EXPECT_EQ(qobject_cast<QLineEdit*>(widget("volume_ml"))->text(), "2.5");
}

TEST_F(Procedure, keepsStopInSightWhileAnotherFieldIsRefused) {
  press("vascular");
  type("pain_before", "11");
  EXPECT_TRUE(said().contains("11")) << said().toStdString();
  EXPECT_TRUE(said().contains("Vascular pattern: do not inject.")) << said().toStdString();
}

// Typed and not yet kept, it was meant for the patient before.
TEST_F(Procedure, takesNothingOfOneScanIntoTheRecordOfAnother) {
  panel_.activateWindow();
  widget("drug")->setFocus();
  QTest::keyClicks(widget("drug"), "Cortancyl");
  auto other = emptyDraft();
  other.choices.scan.seriesUid = "2.25.2";
  document_.open(other);
  document_.announce();
  EXPECT_EQ(qobject_cast<QLineEdit*>(widget("drug"))->text(), "");
  QTest::keyClick(widget("drug"), Qt::Key_Return);
  EXPECT_FALSE(record());
}

TEST_F(Procedure, saysStopInThePanelAndAcrossThePictures) {
  EXPECT_TRUE(pictureBand(document_.plan()).isEmpty());
  press("vascular");
  EXPECT_TRUE(said().contains("Vascular pattern: do not inject.")) << said().toStdString();
  EXPECT_EQ(pictureBand(document_.plan()), QStringList{"VASCULAR PATTERN: DO NOT INJECT"});
  press("intrathecal");
  EXPECT_EQ(pictureBand(document_.plan()), QStringList{"INTRATHECAL PATTERN: STOP"});
  press("epidural");
  EXPECT_TRUE(pictureBand(document_.plan()).isEmpty());
}

TEST_F(Procedure, namesEveryFieldInBothLanguages) {
  for (const auto& field : io::report::recordFields()) {
    const QString english = recordFieldName(field.key);
    EXPECT_NE(english, field.key);
    speak("fr");
    EXPECT_NE(recordFieldName(field.key), field.key);
    speak("en");
  }
  speak("fr");
  EXPECT_EQ(recordFieldName("pain_day4"), "Douleur à J4, 0 à 10");
  press("vascular");
  EXPECT_EQ(pictureBand(document_.plan()), QStringList{"OPACIFICATION VASCULAIRE : NE PAS INJECTER"});
}

}  // namespace app::panels
