#pragma once

#include <QObject>
#include <QString>

#include "planning/error.h"

namespace app {

/// What pages, cases and work behind the window have to say, in one place; the window shows it.
///
///     reporter.follow(&openCase);                        // all that it says, and it is cancelled with the rest
///     Q_EMIT reporter.refused({"no-scan", file, {}});
class Reporter : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Passes on the signals workProgress (a Background's or a ReportReader's: progress), refused and message, as many as
  /// `source` has; and calls its cancelWork(), cancelAll() or cancel(), the first that it has, when all is cancelled.
  template <class Source>
  void follow(Source* source) {
    if constexpr (requires { &Source::workProgress; })
      connect(source, &Source::workProgress, this, &Reporter::workProgress);
    else if constexpr (requires { &Source::progress; })
      connect(source, &Source::progress, this, &Reporter::workProgress);
    if constexpr (requires { &Source::refused; }) connect(source, &Source::refused, this, &Reporter::refused);
    if constexpr (requires { &Source::message; }) connect(source, &Source::message, this, &Reporter::message);
    if constexpr (requires { source->cancelWork(); })
      connect(this, &Reporter::cancelled, source, [source] { source->cancelWork(); });
    else if constexpr (requires { source->cancelAll(); })
      connect(this, &Reporter::cancelled, source, [source] { source->cancelAll(); });
    else if constexpr (requires { source->cancel(); })
      connect(this, &Reporter::cancelled, source, [source] { source->cancel(); });
  }

 Q_SIGNALS:
  void workProgress(const QString& what, double fraction);  ///< fraction < 0: unknown; > 1: nothing runs any more
  void refused(const planning::Error& error);
  void message(const QString& text);  ///< something done, for the status line
  void cancelled();                   ///< the operator wants all work stopped
};

}  // namespace app
