// Keys in the window while a field has the focus; the list of keys; what the fields say.
#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include "app/look/style.h"
#include "app/panels/coordinate_box.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "app/window/main_window.h"
#include "planning/check.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"

namespace {

using app::panels::CoordinateBox;

/// The window on the made-up scan, with the keyboard's focus.
class KeysInWindow : public testing::Test {
 protected:
  KeysInWindow() {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    app::speak("en");
    window_ = std::make_unique<app::MainWindow>(opened_.cases());
    tests::showAt(*window_, 1280, 800);
    window_->activateWindow();  // no window manager does it here
    EXPECT_TRUE(QTest::qWaitForWindowActive(window_.get()));
  }
  ~KeysInWindow() override { opened_->document().undoStack().setClean(); }
  template <class T>
  T& find(const char* name) {
    T* found = window_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  /// To whatever has the focus, as a keyboard does it.
  void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : window_.get(), static_cast<Qt::Key>(key), modifiers);
    QCoreApplication::processEvents();
  }
  const planning::PlanChoices& choices() { return opened_->document().plan().choices; }

  tests::OpenCase opened_;
  std::unique_ptr<app::MainWindow> window_;
};

}  // namespace

TEST_F(KeysInWindow, aLetterAfterATypedLevelIsACommand) {
  auto& level = find<QComboBox>("level");
  ASSERT_TRUE(level.isEditable()) << "no route, no list";
  level.setFocus();
  key(Qt::Key_L);
  key(Qt::Key_4);
  EXPECT_FALSE(find<QAction>("toolTarget").isChecked());
  key(Qt::Key_Return);
  EXPECT_EQ(choices().level, "l4");
  key(Qt::Key_T);
  EXPECT_EQ(level.currentText(), "l4");
  EXPECT_TRUE(find<QAction>("toolTarget").isChecked());
}

TEST_F(KeysInWindow, undoIsThePlansUnlessTheFieldHasTypingToTakeBack) {
  opened_->document().setTarget(tests::kTarget);
  auto& x = find<CoordinateBox>("targetX");
  const auto target = [&] { return choices().needles.at(0).target; };
  x.setFocus();
  x.selectAll();
  key(Qt::Key_9);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(x.text(), app::coordinate(0, tests::kTarget[0])) << "the typing is taken back, in the field";
  ASSERT_TRUE(target());
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_FALSE(target());
}

TEST_F(KeysInWindow, listOfKeysScrollsAndFitsALowScreen) {
  find<QAction>("help").trigger();
  auto& dialog = find<QDialog>("keys");
  ASSERT_TRUE(QTest::qWaitForWindowExposed(&dialog));
  EXPECT_LE(dialog.height(), dialog.screen()->availableSize().height());
  dialog.resize(dialog.width(), 400);
  QCoreApplication::processEvents();
  auto& bar = *find<QScrollArea>("keysScroll").verticalScrollBar();
  ASSERT_GT(bar.maximum(), 0) << "else there is nothing to scroll";
  ASSERT_TRUE(dialog.focusWidget());
  QTest::keyClick(dialog.focusWidget(), Qt::Key_PageDown);
  EXPECT_GT(bar.value(), 0);
}

// 1920 x 1080 at 150 %, and the bars that a desktop keeps for itself.
TEST_F(KeysInWindow, fitsAScreenOf1080RowsAt150Percent) {
  EXPECT_LE(window_->minimumSizeHint().width(), 1280);
  EXPECT_LE(window_->minimumSizeHint().height(), 720 - 60);
}

TEST_F(KeysInWindow, saysOnTheSkinOnlyWhereDepthAndPathAreOne) {
  opened_->document().setTarget(tests::kTarget);
  const auto entry = opened_->shownScan().snapToSkin(tests::kEntry);
  opened_->document().setEntry(entry);
  EXPECT_EQ(find<QLabel>("entryNote").text(), "on the skin");
  opened_->document().setEntry(entry + planning::makeVector(0, 0.4, 0));
  EXPECT_EQ(find<QLabel>("entryNote").text(), "0.4 mm outside the skin");
  opened_->document().setEntry(entry - planning::makeVector(0, 0.4, 0));
  EXPECT_EQ(find<QLabel>("entryNote").text(), "0.4 mm inside the body");
}
