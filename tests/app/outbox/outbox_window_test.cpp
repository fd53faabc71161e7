// What the window does with the outbox: takes in, sends behind the window, says what it knows and no more.
#include <gtest/gtest.h>

#include <QApplication>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <fstream>
#include <mutex>
#include <set>
#include <thread>

#include "app/case/shape_edit.h"
#include "app/outbox/outbox_dialog.h"
#include "app/outbox/outbox_words.h"
#include "app/text/words.h"
#include "app/window/main_window.h"
#include "planning/check.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/honest_plan.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using io::outbox::Entry;
using io::outbox::Proof;
using io::outbox::State;
using planning::Expected;
using planning::refuse;

/// What the archive of a test answers; asked from the thread that sends.
struct Answers {
  std::mutex mutex;
  Expected<std::string> sent{std::string()};
  Expected<io::outbox::Shown> proof{Proof::ReadBack};
  bool waitsToBeStopped = false;
  int sends = 0;
};

class AnsweringSender : public io::outbox::Sender {
 public:
  AnsweringSender(std::shared_ptr<Answers> answers, const planning::Progress& progress)
      : answers_(std::move(answers)), progress_(progress) {}
  Expected<std::string> send(const Entry&, const fs::path&) override {
    std::unique_lock lock(answers_->mutex);
    ++answers_->sends;
    if (!answers_->waitsToBeStopped) return answers_->sent;
    lock.unlock();
    while (!progress_.stopRequested()) std::this_thread::yield();
    return refuse("cancelled");
  }
  Expected<io::outbox::Shown> prove(const Entry&, const fs::path&) override {
    const std::lock_guard lock(answers_->mutex);
    return answers_->proof;
  }

 private:
  std::shared_ptr<Answers> answers_;
  const planning::Progress& progress_;
};

/// A site with one archive that takes the outbox, unless told otherwise.
class OutboxInWindow : public testing::Test {
 protected:
  OutboxInWindow() { app::speak("en"); }
  ~OutboxInWindow() override { app::speak("en"); }

  void writeSites(const std::string& more) {
    std::ofstream(folder_ / "pacs.txt") << "[Main]\nhost = h\ncalled = A\ncalling = B\n" << more;
  }
  void start(app::outbox::OutboxWork& work, const std::string& more = "outbox = yes\n") {
    writeSites(more);
    work.start(
        folder_ / "outbox", (folder_ / "pacs.txt").string(),
        [answers = answers_](const fs::path&,
                             const planning::Progress& progress) -> Expected<std::unique_ptr<io::outbox::Sender>> {
          return std::make_unique<AnsweringSender>(answers, progress);
        });
  }
  /// The only entry, once it is in that state.
  static const Entry* only(const app::outbox::OutboxWork& work, State state) {
    const auto is = [&] {
      const auto& entries = work.listing().entries;
      return entries.size() == 1 && entries.front().state == state && entries.front().tries > 0;
    };
    return QTest::qWaitFor(is) ? &work.listing().entries.front() : nullptr;
  }
  void answer(Expected<std::string> sent, Expected<io::outbox::Shown> proof) {
    const std::lock_guard lock(answers_->mutex);
    answers_->sent = std::move(sent);
    answers_->proof = std::move(proof);
  }

  support::TemporaryFolder folder_;
  std::shared_ptr<Answers> answers_ = std::make_shared<Answers>();
};

fs::path firstFileOfSmallSeries() {
  for (const auto& entry : fs::recursive_directory_iterator(tests::smallSeries().folder.path().toStdString()))
    if (entry.is_regular_file()) return entry.path();
  planning::check(false, "the small series has files");
  return {};
}

TEST_F(OutboxInWindow, sendsAndSaysVerifiedOnlyOnceItIs) {
  app::outbox::OutboxWork work;
  start(work);
  EXPECT_EQ(app::outbox::summary(work), "");
  answer(std::string(), refuse("pacs-silent", "Main"));
  work.post({firstFileOfSmallSeries()}, "Doe, Jane");
  const Entry* entry = only(work, State::Sent);
  ASSERT_TRUE(entry);
  EXPECT_TRUE(QString::fromStdString(entry->label).startsWith("Doe, Jane, "));
  EXPECT_TRUE(app::outbox::summary(work).endsWith("1 sent, not compared")) << app::outbox::summary(work).toStdString();
  EXPECT_FALSE(app::outbox::stateText(*entry).contains("verified"));
  answer(std::string(), Proof::ReadBack);
  work.sendNow(QString::fromStdString(entry->id));
  entry = only(work, State::Verified);
  ASSERT_TRUE(entry);
  EXPECT_EQ(answers_->sends, 1) << "it was there already";
  EXPECT_TRUE(app::outbox::stateText(*entry).endsWith("verified"));
  EXPECT_TRUE(app::outbox::detailText(*entry).contains("every value is equal"));
}

TEST_F(OutboxInWindow, sendsNothingThatNobodySwitchedOn) {
  app::outbox::OutboxWork off;
  off.post({firstFileOfSmallSeries()}, "Doe");
  EXPECT_TRUE(off.finish().empty());
  app::outbox::OutboxWork work;
  start(work, "");
  work.post({firstFileOfSmallSeries()}, "Doe");
  EXPECT_TRUE(work.finish().empty());
  EXPECT_FALSE(fs::exists(folder_ / "outbox"));
  std::ofstream(folder_ / "pacs.txt") << "nonsense\n";
  work.post({firstFileOfSmallSeries()}, "Doe");
  const auto undone = work.finish();
  ASSERT_EQ(undone.size(), 1U) << "whether it is switched on cannot be told: that is said";
  EXPECT_EQ(undone.front().code, "bad-sites-file");
}

TEST_F(OutboxInWindow, letsAPersonDecideInEitherLanguage) {
  for (const char* language : {"en", "fr"}) {
    app::speak(language);
    app::outbox::OutboxWork work;
    start(work);
    answer(refuse("pacs-status", "Main", "A900"), Proof::ReadBack);
    work.post({firstFileOfSmallSeries()}, "Doe, Jane");
    const Entry* entry = only(work, State::Waits);
    ASSERT_TRUE(entry);
    EXPECT_TRUE(app::outbox::wantsPerson(work));
    EXPECT_NE(app::outbox::stateText(*entry).indexOf(std::string(language) == "en" ? "you must decide" : "à vous"), -1);
    app::outbox::OutboxLink link(work);
    EXPECT_TRUE(link.isVisibleTo(nullptr));
    EXPECT_TRUE(link.text().contains("1")) << link.text().toStdString();
    EXPECT_EQ(link.accessibleName(), link.text());
    app::outbox::OutboxDialog dialog(work);
    dialog.show();
    auto* table = dialog.findChild<QTableWidget*>("outboxTable");
    ASSERT_EQ(table->rowCount(), 1);
    EXPECT_TRUE(dialog.findChild<QLabel*>("outboxDetails")->text().contains("A900"));
    EXPECT_EQ(table->item(0, 3)->text(), "") << "it does not go on by itself";
    for (const auto* button : dialog.findChildren<QPushButton*>()) {
      EXPECT_FALSE(button->text().isEmpty());
      EXPECT_NE(button->focusPolicy(), Qt::NoFocus);
    }
    answer(std::string(), Proof::ReadBack);
    QTest::keyClick(dialog.findChild<QPushButton*>("outboxSend"), Qt::Key_Space);
    ASSERT_TRUE(only(work, State::Verified));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !dialog.findChild<QPushButton*>("outboxSend")->isEnabled(); }));
    EXPECT_TRUE(
        dialog.findChild<QLabel*>("outboxDetails")
            ->text()
            .contains(std::string(language) == "en" ? "every value is equal" : "toutes les valeurs sont égales"));
    fs::remove_all(folder_ / "outbox");
  }
}

TEST_F(OutboxInWindow, dropsWithAReasonAlone) {
  app::outbox::OutboxWork work;
  start(work);
  answer(refuse("pacs-status", "Main", "C000"), Proof::ReadBack);
  work.post({firstFileOfSmallSeries()}, "Doe");
  ASSERT_TRUE(only(work, State::Waits));
  app::outbox::OutboxDialog dialog(work);
  const auto drop = [&](const QString& why) {
    QTimer::singleShot(0, qApp, [why] {
      auto* asked = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
      ASSERT_TRUE(asked);
      asked->setTextValue(why);
      asked->accept();
    });
    dialog.findChild<QPushButton*>("outboxDrop")->click();
  };
  drop("  ");
  EXPECT_EQ(work.listing().entries.size(), 1U);
  drop("sent by hand");
  ASSERT_TRUE(QTest::qWaitFor([&] { return work.listing().dropped.size() == 1; }));
  EXPECT_EQ(work.listing().dropped.front().droppedWhy, "sent by hand");
  EXPECT_EQ(dialog.findChild<QTableWidget*>("outboxTable")->rowCount(), 0);
}

TEST_F(OutboxInWindow, stopsAtOnceWhenTheWindowCloses) {
  auto work = std::make_unique<app::outbox::OutboxWork>();
  answers_->waitsToBeStopped = true;
  start(*work);
  work->post({firstFileOfSmallSeries()}, "Doe");
  ASSERT_TRUE(QTest::qWaitFor([&] {
    const std::lock_guard lock(answers_->mutex);
    return answers_->sends > 0;
  }));
  work.reset();
  const auto listing = io::outbox::Outbox(folder_ / "outbox").list();
  ASSERT_EQ(listing->entries.size(), 1U);
  EXPECT_EQ(listing->entries.front().state, State::Queued);
  EXPECT_EQ(listing->entries.front().tries, 0) << "as if it had not begun";
}

TEST_F(OutboxInWindow, saysWhyNothingCanBeSent) {
  app::outbox::OutboxWork work;
  writeSites("outbox = yes\n");
  work.start(folder_ / "outbox", (folder_ / "pacs.txt").string(),
             [](const fs::path&, const planning::Progress&) { return refuse("bad-sites-file", "pacs.txt", "line 1"); });
  work.post({firstFileOfSmallSeries()}, "Doe");
  ASSERT_TRUE(QTest::qWaitFor([&] { return work.trouble().has_value(); }));
  EXPECT_TRUE(app::outbox::summary(work).endsWith("1 cannot be sent"));
  const app::outbox::OutboxDialog dialog(work);
  EXPECT_TRUE(dialog.findChild<QLabel*>("outboxTrouble")->text().contains("line 1"));
}

TEST_F(OutboxInWindow, goesOnWhenAnotherProgramHasSent) {
  app::outbox::OutboxWork work;
  start(work);
  {
    const auto other = io::outbox::Held::take(io::outbox::Outbox(folder_ / "outbox"));
    ASSERT_TRUE(other);
    work.post({firstFileOfSmallSeries()}, "Doe");
    ASSERT_TRUE(QTest::qWaitFor([&] { return work.listing().entries.size() == 1; }));
    EXPECT_EQ(app::outbox::summary(work).toStdString(), "1 waits to be sent") << "another window sends";
  }
  EXPECT_TRUE(only(work, State::Verified));
}

/// A structure made in the program: the plan has a SEG beside it.
void paintStructure(app::Case& opened) {
  auto& structures = opened.structures();
  structures.addEmpty();
  const int painted = static_cast<int>(opened.document().structures().size()) - 1;
  const auto target = *opened.document().plan().choices.needles.front().target;
  structures.shapes().edit(painted, app::paintStroke({target + planning::makeVector(40, -20, 0)}, 8, true));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !structures.shapes().isBusy(); }, 20'000));
  structures.setConfirmed(painted, true);
}

TEST_F(OutboxInWindow, takesInACompletedPlanWithItsSegAndCopiesAndNoDraft) {
  app::OpenCases cases;
  start(cases.outbox);
  answer(refuse("pacs-unreachable", "Main", "closed"), Proof::ReadBack);
  tests::openTracedDemo(cases.scan, "HOSPITAL");
  tests::planForaminal(cases.scan);
  paintStructure(cases.scan);
  tests::answerHonestly(cases.scan.document());
  app::MainWindow window(cases);
  const QString file = QString::fromStdString((folder_ / "plan.dcm").string());
  ASSERT_TRUE(window.savePlanAs(file, false));
  EXPECT_TRUE(cases.outbox.listing().entries.empty());
  EXPECT_FALSE(fs::exists(folder_ / "outbox" / "dropped"));
  cases.scan.document().setSiteChecked(tests::kOperator, "2026-11-30");
  ASSERT_TRUE(window.savePlanAs(file, true));
  const auto& entries = cases.outbox.listing().entries;
  ASSERT_TRUE(QTest::qWaitFor([&] { return entries.size() >= 6; }, 20'000)) << entries.size();
  std::set<std::string> names;
  for (const auto& entry : entries) names.insert(entry.label.substr(entry.label.rfind(' ') + 1));
  for (const char* name :
       {"plan.dcm", "plan-structures.dcm", "plan-worksheet.dcm", "plan-key-1.dcm", "plan-key-2.dcm", "plan-key-3.dcm"})
    EXPECT_TRUE(names.count(name)) << name;
  EXPECT_TRUE(window.findChild<QToolButton*>("outboxLink")->isVisibleTo(&window));
  cases.scan.document().undoStack().setClean();
}

// Nothing of the demo is somebody's: no archive of a hospital gets it.
TEST_F(OutboxInWindow, saysOnceThatADemoCaseIsNotSent) {
  app::OpenCases cases;
  start(cases.outbox);
  tests::openTracedDemo(cases.scan);
  tests::planForaminal(cases.scan);
  paintStructure(cases.scan);
  tests::answerHonestly(cases.scan.document());
  cases.scan.document().setSiteChecked(tests::kOperator, "2026-11-30");
  std::vector<std::string> said;
  QObject::connect(&cases.outbox, &app::outbox::OutboxWork::refused,
                   [&](const planning::Error& error) { said.push_back(error.code); });
  const fs::path file = folder_ / "plan.dcm";
  {
    app::MainWindow window(cases);
    ASSERT_TRUE(window.savePlanAs(QString::fromStdString(file.string()), true));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !said.empty(); }));
  }
  EXPECT_TRUE(cases.outbox.finish().empty());
  QApplication::processEvents();
  EXPECT_EQ(said, std::vector<std::string>{"outbox-demo"});
  const auto listing = io::outbox::Outbox(folder_ / "outbox").list();
  EXPECT_TRUE(listing->entries.empty());
  EXPECT_TRUE(listing->odd.empty());
  cases.scan.document().undoStack().setClean();
}

// The file may be saved again, as a draft, before a slow disk has the copy.
TEST_F(OutboxInWindow, takesInAFileAsItWasWhenItWasPosted) {
  app::outbox::OutboxWork work;
  start(work);
  answer(refuse("pacs-unreachable", "Main", "closed"), Proof::ReadBack);
  const fs::path file = folder_ / "plan.dcm";
  fs::copy_file(firstFileOfSmallSeries(), file);
  const auto bytes = support::fileBytes(file);
  work.post({file}, "Doe");
  std::ofstream(folder_ / "next") << "the next version";
  fs::rename(folder_ / "next", file);  // as the safe saver does it
  EXPECT_TRUE(work.finish().empty());
  const io::outbox::Outbox outbox(folder_ / "outbox");
  ASSERT_EQ(outbox.list()->entries.size(), 1U);
  EXPECT_EQ(support::fileBytes(outbox.objectOf(outbox.list()->entries.front().id)), bytes);
}

TEST_F(OutboxInWindow, finishesWhatWasPostedWhenItEnds) {
  constexpr std::size_t kPosted = 20;
  {
    app::outbox::OutboxWork work;
    start(work);
    answers_->waitsToBeStopped = true;
    std::size_t posted = 0;
    for (const auto& entry : fs::recursive_directory_iterator(tests::smallSeries().folder.path().toStdString()))
      if (entry.is_regular_file() && posted < kPosted) {
        work.post({entry.path()}, "Doe");
        ++posted;
      }
    ASSERT_EQ(posted, kPosted);
  }
  const auto listing = io::outbox::Outbox(folder_ / "outbox").list();
  EXPECT_EQ(listing->entries.size(), kPosted);
  EXPECT_TRUE(listing->odd.empty());
}

TEST_F(OutboxInWindow, logsWhatNobodyIsLeftToBeToldOf) {
  static QString logged;
  logged.clear();
  const auto before =
      qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) { logged += text; });
  {
    app::outbox::OutboxWork work;
    start(work);
    work.post({folder_ / "gone.dcm"}, "Doe");
  }
  qInstallMessageHandler(before);
  EXPECT_TRUE(logged.contains("gone.dcm")) << logged.toStdString();
}

TEST_F(OutboxInWindow, staysOpenOnceToSayWhatIsNotInTheOutbox) {
  app::OpenCases cases;
  start(cases.outbox);
  app::MainWindow window(cases);
  window.show();
  cases.outbox.post({folder_ / "gone.dcm"}, "Doe");
  EXPECT_FALSE(window.close());
  EXPECT_TRUE(window.isVisible());
  EXPECT_TRUE(window.findChild<QWidget*>("messageStrip")->findChild<QLabel*>("message")->text().contains("gone.dcm"));
  EXPECT_TRUE(window.close()) << "it was said";
}

TEST_F(OutboxInWindow, setsAsideWhatCannotBeRead) {
  fs::create_directories(folder_ / "outbox" / "broken");
  std::ofstream(folder_ / "outbox" / "broken" / "state") << "{}";
  app::outbox::OutboxWork work;
  start(work);
  ASSERT_TRUE(QTest::qWaitFor([&] { return work.listing().odd.size() == 1; }));
  app::outbox::OutboxDialog dialog(work);
  auto* button = dialog.findChild<QPushButton*>("outboxDrop");
  ASSERT_TRUE(button->isEnabled());
  EXPECT_TRUE(button->text().remove('&').contains("Set aside"));
  EXPECT_FALSE(dialog.findChild<QPushButton*>("outboxSend")->isEnabled());
  button->click();
  ASSERT_TRUE(QTest::qWaitFor([&] { return work.listing().odd.empty(); }));
  EXPECT_TRUE(fs::exists(folder_ / "outbox" / "aside" / "broken" / "state"));
  EXPECT_FALSE(button->isEnabled());
}

}  // namespace
