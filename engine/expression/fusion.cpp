#include "engine/expression/fusion.h"

#include <cstddef>

namespace ravine {
namespace {

class Fusion {
public:
    Fusion(const Graph& graph, std::span<const Graph::Id> results) : nodes_(graph.nodes()), uses_(nodes_.size(), 0) {
        for (const Graph::Id id : results) uses_[id] += 2;  // somebody outside looks at it
        for (std::size_t id = nodes_.size(); id-- > 0;) {
            const Graph::Node& node = nodes_[id];
            if (uses_[id] == 0) continue;
            if (is_unary(node.op) || is_binary(node.op)) ++uses_[node.a];
            if (is_binary(node.op)) ++uses_[node.b];
        }
    }

    std::vector<Graph::Node> run() {
        for (Graph::Node& node : nodes_) node = fused(node);
        return nodes_;
    }

private:
    Graph::Node fused(const Graph::Node& node) const {
        if (node.op == Op::square && uses_[node.a] == 1) return fused_square(node);
        if (node.op != Op::add && node.op != Op::subtract) return node;
        if (is_scaled(node.b)) {
            const double c = nodes_[node.b].c;
            return {Op::add_scaled, node.a, nodes_[node.b].a, node.op == Op::add ? c : -c};
        }
        if (node.op == Op::add && is_scaled(node.a)) return {Op::add_scaled, node.b, nodes_[node.a].a, nodes_[node.a].c};
        return node;
    }

    Graph::Node fused_square(const Graph::Node& node) const {
        const Graph::Node& of = nodes_[node.a];
        switch (of.op) {
            case Op::add_constant:
                return {Op::square_of_sum_with_constant, of.a, 0, of.c};
            case Op::subtract_from:
                return {Op::square_of_difference_from_constant, of.a, 0, of.c};
            case Op::add:
                return {Op::square_of_sum, of.a, of.b, 0};
            case Op::subtract:
                return {Op::square_of_difference, of.a, of.b, 0};
            default:
                return node;
        }
    }

    bool is_scaled(Graph::Id id) const { return nodes_[id].op == Op::multiply_constant && uses_[id] == 1; }

    std::vector<Graph::Node> nodes_;
    std::vector<int> uses_;
};

}  // namespace

std::vector<Graph::Node> fused(const Graph& graph, std::span<const Graph::Id> results) { return Fusion(graph, results).run(); }

}  // namespace ravine
