#include "app/archive/query.h"

namespace app::archive {

bool Query::asksNothing() const {
  return patient.trimmed().isEmpty() && from.empty() && to.empty() && routeId.empty() && level.trimmed().isEmpty() &&
         operatorName.trimmed().isEmpty() && !verdict && !kind;
}

}  // namespace app::archive
