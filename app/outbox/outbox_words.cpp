#include "app/outbox/outbox_words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

#include "app/look/style.h"
#include "app/text/sentences.h"

namespace app::outbox {
namespace {

using io::outbox::Entry;
using io::outbox::Proof;
using io::outbox::State;
using planning::needle::Verdict;

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::outbox::Words)
};

QString signedText(Verdict sign, const QString& text) {
  return verdictSign(sign) + QLatin1Char(' ') + text;
}

QDateTime local(const io::outbox::Time& time) {
  return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count());
}

int countOf(const OutboxWork& work, State state) {
  const auto& entries = work.listing().entries;
  return static_cast<int>(
      std::count_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.state == state; }));
}

QString proofText(Proof proof) {
  switch (proof) {
    case Proof::ReadBack:
      return Texts::tr("Fetched again from the archive and compared: every value is equal.");
    case Proof::Listed:
      return Texts::tr(
          "The archive says that it took the object and lists it, but does not give it back: it was not compared.");
    case Proof::Answered:
      return Texts::tr("The archive says that it took the object; it was not compared.");
    case Proof::None:
      break;
  }
  return Texts::tr("Nothing shows that the archive has it.");
}

}  // namespace

QString stateText(const Entry& entry) {
  switch (entry.state) {
    case State::Verified:
      return signedText(Verdict::Clear, Texts::tr("verified"));
    case State::Waits:
      return signedText(Verdict::Breach, Texts::tr("you must decide"));
    case State::Sent:
      return signedText(Verdict::Near, Texts::tr("sent, not compared"));
    case State::Queued:
      break;
  }
  return Texts::tr("waits to be sent");
}

QString detailText(const Entry& entry) {
  QStringList lines{QString::fromStdString(entry.label), proofText(entry.proof)};
  if (entry.answer) lines << sentence(*entry.answer);
  if (!entry.warning.empty())
    lines << Texts::tr("The archive warned with the status %1.").arg(QString::fromStdString(entry.warning));
  if (entry.tried)
    lines << Texts::tr("Last try: %1, tries in all: %2.")
                 .arg(local(*entry.tried).toString(QStringLiteral("yyyy-MM-dd HH:mm")))
                 .arg(entry.tries);
  return lines.join(QLatin1Char('\n'));
}

QString nextTryText(const Entry& entry) {
  if (!entry.nextTry || entry.state == State::Waits || entry.state == State::Verified) return {};
  const QDateTime due = local(*entry.nextTry);
  return due <= QDateTime::currentDateTime() ? Texts::tr("now") : due.toString(QStringLiteral("HH:mm:ss"));
}

bool wantsPerson(const OutboxWork& work) {
  return countOf(work, State::Waits) > 0 || !work.listing().odd.empty() || work.trouble();
}

QString summary(const OutboxWork& work) {
  const int decide = countOf(work, State::Waits) + static_cast<int>(work.listing().odd.size());
  const int queued = countOf(work, State::Queued), sent = countOf(work, State::Sent);
  if (work.trouble() && queued + sent > 0)
    return signedText(Verdict::Breach, Texts::tr("%n cannot be sent", nullptr, queued + sent));
  if (decide > 0) return signedText(Verdict::Breach, Texts::tr("%n in the outbox to decide", nullptr, decide));
  if (queued > 0) return Texts::tr("%n wait(s) to be sent", nullptr, queued);
  if (sent > 0) return signedText(Verdict::Near, Texts::tr("%n sent, not compared", nullptr, sent));
  const int verified = countOf(work, State::Verified);
  return verified > 0 ? signedText(Verdict::Clear, Texts::tr("%n verified", nullptr, verified)) : QString();
}

}  // namespace app::outbox
