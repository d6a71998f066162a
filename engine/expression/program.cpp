#include "engine/expression/program.h"

#include <stdexcept>

#include "engine/expression/fusion.h"

namespace ravine {
namespace {

/// The last node that uses each node, itself where none does; `never` for results.
class Uses {
public:
    static constexpr std::size_t never = static_cast<std::size_t>(-1);

    Uses(const std::vector<Graph::Node>& nodes, std::span<const Graph::Id> results)
        : last_(nodes.size()), needed_(nodes.size(), 0) {
        for (std::size_t id = 0; id < last_.size(); ++id) last_[id] = id;
        for (const Graph::Id id : results) last_[id] = never, needed_[id] = 1;
        for (std::size_t id = last_.size(); id-- > 0;) {
            if (needed_[id] == 0) continue;
            const Graph::Node& node = nodes[id];
            if (is_unary(node.op) || is_binary(node.op)) use(node.a, id);
            if (is_binary(node.op)) use(node.b, id);
        }
    }

    bool needed(std::size_t id) const { return needed_[id] != 0; }
    std::size_t last(std::size_t id) const { return last_[id]; }

private:
    void use(Graph::Id operand, std::size_t by) {
        if (last_[operand] == operand) last_[operand] = by;  // nodes are visited from the last to the first
        needed_[operand] = 1;
    }

    std::vector<std::size_t> last_;
    std::vector<char> needed_;
};

}  // namespace

Program::Program(const Graph& graph, std::span<const Graph::Id> results) {
    const std::vector<Graph::Node> nodes = fused(graph, results);
    const Uses uses(nodes, results);
    std::vector<std::uint16_t> place(nodes.size()), free;
    const auto release = [&](Graph::Id id, std::size_t at) {
        if (uses.last(id) == at && nodes[id].op != Op::input) free.push_back(place[id]);
    };
    for (std::size_t id = 0; id < nodes.size(); ++id) {
        const Graph::Node& node = nodes[id];
        if (node.op == Op::input) {
            place[id] = static_cast<std::uint16_t>(registers_++);
            continue;
        }
        if (!uses.needed(id)) continue;
        if (is_unary(node.op) || is_binary(node.op)) release(node.a, id);
        if (is_binary(node.op) && node.b != node.a) release(node.b, id);
        if (free.empty()) free.push_back(static_cast<std::uint16_t>(registers_++));
        place[id] = free.back();
        free.pop_back();
        code_.push_back({node.op, place[id], place[node.a], is_binary(node.op) ? place[node.b] : place[node.a], node.c});
    }
    for (const Graph::Id id : results) results_.push_back(place[id]);
    if (registers_ > max_registers) throw std::length_error("a typed program needs too many registers");
}

}  // namespace ravine
