#include "app/pacs/fetch_order.h"

#include <algorithm>

namespace app::pacs {
namespace {

using io::pacs::SeriesAnswer;

bool liesBeside(const SeriesAnswer& series) {
  return series.modality == "SEG" || series.modality == "RTSTRUCT" || series.modality == "SR";
}

/// The higher, the likelier; 0: cannot be opened.
int rankOf(const SeriesAnswer& series) {
  if (series.modality == "CT") return 2;
  return series.modality == "XA" || series.modality == "RF" ? 1 : 0;
}

}  // namespace

std::string likelyScan(const std::vector<SeriesAnswer>& series) {
  const auto likely = std::max_element(series.begin(), series.end(), [](const auto& a, const auto& b) {
    return std::pair(rankOf(a), a.instances.size()) < std::pair(rankOf(b), b.instances.size());
  });
  return likely == series.end() || rankOf(*likely) == 0 ? std::string() : likely->uid;
}

FetchOrder fetchOrder(const std::vector<SeriesAnswer>& series, const std::string& wanted) {
  const bool there =
      std::any_of(series.begin(), series.end(), [&](const auto& one) { return !wanted.empty() && one.uid == wanted; });
  const std::string scan = there ? wanted : likelyScan(series);
  const auto place = [&](const SeriesAnswer& one) { return one.uid == scan ? 1 : liesBeside(one) ? 0 : 2; };
  FetchOrder order{series};
  std::stable_sort(order.series.begin(), order.series.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  const auto first = std::find_if(order.series.begin(), order.series.end(),
                                  [&](const auto& one) { return !scan.empty() && one.uid == scan; });
  if (first != order.series.end()) order.toOpen = static_cast<std::size_t>(first - order.series.begin()) + 1;
  return order;
}

}  // namespace app::pacs
