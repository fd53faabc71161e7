#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

#include "app/look/style.h"
#include "app/panels/findings_panel.h"
#include "app/window/main_window.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

// A name is a name, whatever a scanner or somebody else wrote into it.

namespace {

const QString kHostile = QStringLiteral("<b>X</b><img src=/etc/hostname><!--");

void useStyle() {
  app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
}

bool isRich(const QLabel& label) {
  return label.textFormat() == Qt::RichText ||
         (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
}

}  // namespace

TEST(PlainText, isWhatALabelShows) {
  useStyle();
  QLabel label(kHostile), ours("<b>ours</b>");
  ours.setTextFormat(Qt::RichText);
  label.show();
  ours.show();
  EXPECT_FALSE(isRich(label));
  EXPECT_TRUE(isRich(ours));
}

TEST(PlainText, isWhatAMessageShows) {
  useStyle();
  QMessageBox box(QMessageBox::Question, kHostile, kHostile);
  box.setInformativeText(kHostile);
  box.show();
  int shown = 0;
  for (const auto* label : box.findChildren<QLabel*>()) {
    EXPECT_FALSE(isRich(*label)) << label->objectName().toStdString();
    shown += label->text() == kHostile;
  }
  EXPECT_EQ(shown, 2);
}

TEST(PlainText, isWhatAToolTipShows) {
  useStyle();
  QToolTip::showText({20, 20}, kHostile);
  int shown = 0;
  for (const auto* widget : QApplication::topLevelWidgets())
    if (const auto* tip = qobject_cast<const QLabel*>(widget); tip && tip->text() == kHostile) {
      EXPECT_FALSE(isRich(*tip));
      ++shown;
    }
  EXPECT_EQ(shown, 1);
  QToolTip::hideText();
}

TEST(PlainText, isWhatAFindingSays) {
  const planning::Finding finding{"empty-structure", planning::Severity::Info, {kHostile.toStdString()}, {}};
  QTextDocument document;
  document.setHtml(app::panels::findingsTable({finding}));
  EXPECT_TRUE(document.toPlainText().contains(kHostile)) << document.toPlainText().toStdString();
}

// Every label that the window shows has said what it is: none is left to guess.
TEST(PlainText, isWhatEveryLabelOfTheWindowShows) {
  useStyle();
  tests::OpenCase opened;
  app::MainWindow window(opened.cases());
  tests::showAt(window, 1280, 800);
  int labels = 0;
  for (auto* label : window.findChildren<QLabel*>()) {
    label->ensurePolished();
    EXPECT_NE(label->textFormat(), Qt::AutoText) << label->objectName().toStdString();
    ++labels;
  }
  EXPECT_GT(labels, 50);
  opened->document().undoStack().setClean();
}
