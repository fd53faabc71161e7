#pragma once

#include <QByteArray>

#include <optional>
#include <string>

namespace app {

/// Text as a CSV field (RFC 4180). A spreadsheet would take one that begins like a formula for one: it gets an
/// apostrophe.
QByteArray csvField(const std::string& utf8);
/// Six decimals, without noughts at the end; empty for none.
QByteArray csvField(const std::optional<double>& value);

}  // namespace app
