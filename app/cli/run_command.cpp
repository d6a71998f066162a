#include <filesystem>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/error.h"
#include "app/cli/output.h"
#include "app/cli/run_format.h"
#include "app/session/atomic_file.h"
#include "app/session/nearest.h"

namespace ravine {
namespace {

RunFormat format_of(const std::string& out) {
    const std::string extension = std::filesystem::path(out).extension();
    if (extension == ".csv" || out == "-") return RunFormat::csv;
    if (extension == ".json") return RunFormat::json;
    throw RequestError(
        fmt::format("-o {}: run writes .csv or .json, or CSV to standard output where OUT is '-'", in_quotes(out)));
}

}  // namespace

void run_command(const Request& request) {
    const RunFormat format = format_of(request.out);
    if (request.out == "-") return write_runs(request.session, format, write_to_standard_output);
    AtomicFile file(request.out);
    write_runs(request.session, format, [&](std::string_view text) { file.write(text); });
    file.commit();
}

}  // namespace ravine
