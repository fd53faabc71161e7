#pragma once

#include <QString>

#include "app/outbox/outbox_work.h"

namespace app::outbox {

// The outbox in words, in the language of the window.

/// How far an object has come, with a sign; a weaker proof than the comparison is never called verified.
QString stateText(const io::outbox::Entry& entry);
/// What shows that the archive has it, or why it does not, in whole sentences.
QString detailText(const io::outbox::Entry& entry);
QString nextTryText(const io::outbox::Entry& entry);  ///< empty: not by itself
/// All of it in a few words, what matters most first; empty: nothing is there.
QString summary(const OutboxWork& work);
/// A person must decide something.
bool wantsPerson(const OutboxWork& work);

}  // namespace app::outbox
