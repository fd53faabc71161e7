#include "app/case/edit_command.h"

#include <utility>

namespace app {

EditCommand::EditCommand(const QString& text, KeptDraft before, KeptDraft after, std::string key, Apply apply)
    : QUndoCommand(text),
      before_(std::move(before)),
      after_(std::move(after)),
      key_(std::move(key)),
      apply_(std::move(apply)) {}

bool EditCommand::mergeWith(const QUndoCommand* other) {
  const auto* next = dynamic_cast<const EditCommand*>(other);
  if (!next || key_.empty() || key_ != next->key_) return false;
  after_ = next->after_;
  return true;
}

}  // namespace app
