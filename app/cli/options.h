// The options that commands share, and the session that they and FILE ask for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/cli/values.h"
#include "app/session/session.h"

namespace ravine {

/// What a command that works on a session is asked for.
struct Request {
    Session session;  ///< of a lesson: the page asked for, or the first
    /// What a document of pages shows: all those of a lesson unless one is asked for, else the session alone.
    std::vector<Session> pages;
    PixelSize size;
    double scale = 1;
    /// Which step a picture shows: the one that FILE was saved at, or the last.
    enum class Moment { of_view, last } moment = Moment::last;
    std::string out;  ///< as typed; "-" is standard output
};

/// Options as text, whatever was typed; their meaning is found out after all of them are known to exist.
class Options {
public:
    explicit Options(CLI::App& app) : app_(&app) {}

    CLI::Option* add(const std::string& names, const std::string& help, const std::string& value);
    /// Throws RequestError where the option is given twice.
    std::optional<Typed> one(const std::string& name) const;
    std::vector<Typed> all(const std::string& name) const;
    /// Throws RequestError for what no option and no argument of the command took.
    void refuse_rest() const;

private:
    CLI::App* app_;
};

/// [FILE], -o OUT and the shared options.
void add_request_options(Options& options);
enum class Target { needed, optional };
Request request(const Options& options, Target target = Target::needed);

}  // namespace ravine
