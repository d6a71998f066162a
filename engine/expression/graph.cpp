#include "engine/expression/graph.h"

#include <bit>
#include <cmath>
#include <numbers>
#include <utility>

namespace ravine {
namespace {

bool commutes(Op op) { return op == Op::add || op == Op::multiply; }

}  // namespace

Graph::Id Graph::input() {
    nodes_.push_back({Op::input, static_cast<Id>(nodes_.size()), 0, 0});
    return static_cast<Id>(nodes_.size() - 1);
}

Graph::Id Graph::constant(double value) { return shared({Op::constant, 0, 0, value}); }

Graph::Id Graph::apply(Op op, Id a) {
    if (is_constant(a)) return folded(op, a, a);
    const Node& of = nodes_[a];
    if (op == Op::negate) {
        if (of.op == Op::negate) return of.a;
        if (of.op == Op::multiply_constant) return shared({Op::multiply_constant, of.a, 0, -of.c});
    }
    return shared({op, a, 0, 0});
}

Graph::Id Graph::apply(Op op, Id a, Id b) {
    if (is_constant(a) && is_constant(b)) return folded(op, a, b);
    if (is_constant(b)) return with_constant_right(op, a, nodes_[b].c);
    if (is_constant(a)) return with_constant_left(op, nodes_[a].c, b);
    if (op == Op::multiply && a == b) return apply(Op::square, a);
    if (op == Op::add && nodes_[b].op == Op::negate) return apply(Op::subtract, a, nodes_[b].a);
    if (op == Op::subtract && nodes_[b].op == Op::negate) return apply(Op::add, a, nodes_[b].a);
    if (commutes(op) && b < a) std::swap(a, b);
    return shared({op, a, b, 0});
}

Graph::Id Graph::with_constant_right(Op op, Id a, double c) {
    switch (op) {
        case Op::add:
            return shared({Op::add_constant, a, 0, c});
        case Op::subtract:
            return shared({Op::add_constant, a, 0, -c});
        case Op::multiply:
            if (c == 1) return a;
            if (c == -1) return apply(Op::negate, a);
            return shared({Op::multiply_constant, a, 0, c});
        case Op::divide:
            return c == 1 ? a : shared({Op::divide_constant, a, 0, c});
        case Op::pow:
            return raised(a, c);
        default:
            return shared({op, a, constant(c), 0});
    }
}

Graph::Id Graph::with_constant_left(Op op, double c, Id b) {
    switch (op) {
        case Op::add:
        case Op::multiply:
            return with_constant_right(op, b, c);
        case Op::subtract:
            return shared({Op::subtract_from, b, 0, c});
        case Op::divide:
            return shared({Op::divide_into, b, 0, c});
        case Op::pow:
            if (c == std::numbers::e) return apply(Op::exp, b);
            return shared({Op::power_of_constant, b, 0, c});
        default:
            return shared({op, constant(c), b, 0});
    }
}

Graph::Id Graph::raised(Id a, double c) {
    if (c == 0) return constant(1);
    if (c == 1) return a;
    if (c == -1) return shared({Op::divide_into, a, 0, 1});
    if (c == 2) return apply(Op::square, a);
    if (c == 0.5) return apply(Op::sqrt, a);
    const bool whole = c == std::trunc(c) && std::abs(c) <= largest_whole_power;
    return shared({whole ? Op::whole_power : Op::power_constant, a, 0, c});
}

Graph::Id Graph::folded(Op op, Id a, Id b) {
    double r[] = {nodes_[a].c, nodes_[b].c, 0};
    execute<1>(Instruction{op, 2, 0, 1, 0}, r);
    return constant(r[2]);
}

Graph::Id Graph::shared(Node node) {
    const Key key{node.op, node.a, node.b, std::bit_cast<std::uint64_t>(node.c)};
    const auto [at, is_new] = known_.try_emplace(key, static_cast<Id>(nodes_.size()));
    if (is_new) nodes_.push_back(node);
    return at->second;
}

}  // namespace ravine
