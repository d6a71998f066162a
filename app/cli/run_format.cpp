#include "app/cli/run_format.h"

#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/session/session_json.h"
#include "app/session/simulation.h"

namespace ravine {
namespace {

constexpr std::size_t piece = std::size_t{1} << 20U;  // bytes gathered before they go out

using Json = nlohmann::ordered_json;

void csv_row(fmt::memory_buffer& text, const Run& run, std::size_t row) {
    const auto out = std::back_inserter(text);
    fmt::format_to(out, "{},{:.17g},{:.17g},{:.17g},{:.17g},{:.17g},", row, run.x[row], run.y[row], run.f[row], run.gx[row],
                   run.gy[row]);
    if (row == 0)
        fmt::format_to(out, ",\n");
    else
        fmt::format_to(out, "{:.17g},{:.17g}\n", run.rate_x[row], run.rate_y[row]);
}

void write_csv(const Session& session, const Sink& sink) {
    sink("run,optimizer,step,x,y,f,gx,gy,rate_x,rate_y\n");
    const std::vector<RunPlace> places = run_places(session);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Run run = simulate(run_spec(session, places[i]));
        const std::string& id = session.optimizers[static_cast<std::size_t>(places[i].optimizer)].id;
        fmt::memory_buffer text;
        for (std::size_t row = 0; row < run.size(); ++row) {
            fmt::format_to(std::back_inserter(text), "{},{},", i, id);
            csv_row(text, run, row);
            if (text.size() < piece && row + 1 < run.size()) continue;
            sink({text.data(), text.size()});
            text.clear();
        }
    }
}

/// No update led to the start: its rates are null.
Json rates(const std::vector<double>& rate) {
    Json list = rate;
    list[0] = nullptr;
    return list;
}

Json coordinate(const std::vector<double>& state, std::size_t which) {
    Json list = Json::array();
    for (std::size_t i = which; i < state.size(); i += 2) list.push_back(state[i]);
    return list;
}

Json run_json(const RunSpec& spec, const Run& run, std::size_t number) {
    Json accumulators = Json::object();
    for (std::size_t i = 0; i < run.state.size(); ++i)
        accumulators[std::string(spec.optimizer.info().state[i])] = {{"x", coordinate(run.state[i], 0)},
                                                                     {"y", coordinate(run.state[i], 1)}};
    return {{"run", number},
            {"optimizer", spec.optimizer.info().id},
            {"outcome", id_of(run.outcome)},
            {"converged_at", run.converged_at < 0 ? Json(nullptr) : Json(run.converged_at)},
            {"x", run.x},
            {"y", run.y},
            {"f", run.f},
            {"gx", run.gx},
            {"gy", run.gy},
            {"rate_x", rates(run.rate_x)},
            {"rate_y", rates(run.rate_y)},
            {"accumulators", accumulators}};
}

void write_json(const Session& session, const Sink& sink) {
    sink("{\"session\": ");
    sink(to_json(session));
    sink(", \"runs\": [\n");
    const std::vector<RunPlace> places = run_places(session);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const RunSpec spec = run_spec(session, places[i]);
        sink(run_json(spec, simulate(spec), i).dump());
        sink(i + 1 < places.size() ? ",\n" : "\n");
    }
    sink("]}\n");
}

}  // namespace

void write_runs(const Session& session, RunFormat format, const Sink& sink) {
    if (format == RunFormat::csv)
        write_csv(session, sink);
    else
        write_json(session, sink);
}

}  // namespace ravine
