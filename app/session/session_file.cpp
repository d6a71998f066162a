#include "app/session/session_json.h"
#include "app/session/text_file.h"

namespace ravine {
namespace {

constexpr TextLimit limit{std::size_t{1} << 20U, "session"};

}  // namespace

Session load_session(const std::filesystem::path& file) {
    const std::string text = file_text(file, limit);
    return naming(file, [&] { return session_from_json(text); });
}

void save_session(const Session& session, const std::filesystem::path& file) { save_text(to_json(session), file); }

}  // namespace ravine
