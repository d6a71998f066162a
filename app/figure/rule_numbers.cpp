#include "app/figure/rule_numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "app/figure/minus_signs.h"
#include "engine/expression/parser.h"

namespace ravine {
namespace {

/// The words that the engine's parser reads for a piece.
void append_tokens(const Piece& p, std::vector<Token>& tokens) {
    const auto add = [&](TokenKind kind, std::string text, double value = 0) {
        tokens.push_back({kind, text, text, value, {}, 0});
    };
    const auto sign = [&](std::string text) { add(TokenKind::sign, std::move(text)); };
    switch (p.kind) {
        case PieceKind::sign:
        case PieceKind::number:
            return add(TokenKind::number, "", p.stands_for.value);
        case PieceKind::function:
            return add(TokenKind::name, p.text);
        case PieceKind::add:
        case PieceKind::negate:
            return sign(p.text == "+" ? "+" : "-");
        case PieceKind::multiply:
            return sign(p.text == "/" ? "/" : "*");
        case PieceKind::implied:
            return sign("*");
        case PieceKind::power:
            return sign("^");
        case PieceKind::raised:
            return add(TokenKind::superscript, "", p.stands_for.value);
        case PieceKind::root:
            return add(TokenKind::root, "√");
        case PieceKind::bar_open:
            add(TokenKind::name, "abs");
            return sign("(");
        case PieceKind::open:
            return sign("(");
        case PieceKind::close:
        case PieceKind::bar_close:
            return sign(")");
        case PieceKind::comma:
            return sign(",");
    }
}

std::string four_digits(double v) {
    // A whole number is written as one: 1 is not 1.000, which may be a little more.
    if (v == std::trunc(v) && std::abs(v) < 1e5) return fmt::format("{:.0f}", v + 0.0);
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(v))));
    if (exponent >= -4 && exponent <= 4) {
        // Rounding may reach the next power of ten: 9.9996 is 10.00, not 10.000.
        const std::string text = fmt::format("{:.{}f}", v, std::clamp(3 - exponent, 0, 7));
        const double read = std::abs(std::strtod(text.c_str(), nullptr));
        return read < std::pow(10.0, exponent + 1) ? text : fmt::format("{:.{}f}", v, std::clamp(2 - exponent, 0, 7));
    }
    std::string text = fmt::format("{:.3e}", v);
    // "e+07" and "e-07" with as few signs as they need.
    const std::size_t e = text.find('e');
    const int power = std::atoi(text.c_str() + e + 1);
    return text.substr(0, e) + "e" + std::to_string(power);
}

bool is_operand(const Piece& p) { return p.kind == PieceKind::sign || p.kind == PieceKind::number; }

bool raises(const Piece* p) { return p != nullptr && (p->kind == PieceKind::raised || p->kind == PieceKind::power); }

/// Whether a number needs parentheses between these neighbours.
bool needs_parentheses(const std::string& number, const Piece* before, const Piece* after) {
    const bool negative = number.starts_with("−");
    const bool scientific = number.find('e') != std::string::npos;
    if ((negative || scientific) && raises(after)) return true;
    if (!negative || before == nullptr) return false;
    return before->kind != PieceKind::open && before->kind != PieceKind::comma && before->kind != PieceKind::bar_open;
}

}  // namespace

double value_of(const std::vector<Piece>& pieces) {
    std::vector<Token> tokens;
    for (const Piece& p : pieces) {
        if (!std::isfinite(p.stands_for.value)) return std::numeric_limits<double>::quiet_NaN();
        append_tokens(p, tokens);
    }
    tokens.emplace_back();
    Graph graph;
    const Scope nothing;
    Parser parser(tokens, graph, nothing, 1);
    const double value = graph[parser.expression()].c;  // without names everything folds
    parser.expect_end();
    return value;
}

std::string written(const SignValue& number, Digits digits) {
    const double v = number.value;
    if (std::isnan(v)) return "–";
    if (std::isinf(v)) return v > 0 ? "∞" : "−∞";
    if (digits == Digits::all) return with_minus_signs(fmt::format("{:.17g}", v));
    constexpr std::size_t room = 8;
    if (number.kind == SignValue::Kind::constant) {
        std::string text = fmt::format("{}", v);
        if (const std::size_t zero = text.find("e-0"); zero != std::string::npos) text.erase(zero + 2, 1);
        if (text.size() <= room) return with_minus_signs(text);
    }
    return with_minus_signs(four_digits(v));
}

std::vector<Piece> with_numbers(const std::vector<Piece>& pieces, Digits digits) {
    std::vector<Piece> out;
    const auto neighbour = [&](std::size_t i) { return i < pieces.size() ? &pieces[i] : nullptr; };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Piece p = pieces[i];
        if (p.kind == PieceKind::implied) p.text = "·", p.gap = true;
        if (i > 0 && pieces[i - 1].kind == PieceKind::implied) p.gap = true;
        if (!is_operand(p)) {
            out.push_back(std::move(p));
            continue;
        }
        const std::string number = p.kind == PieceKind::number && digits == Digits::four ? p.text : written(p.stands_for, digits);
        const Piece* before = i > 0 ? &pieces[i - 1] : nullptr;
        p.text = needs_parentheses(number, before, neighbour(i + 1)) ? "(" + number + ")" : number;
        out.push_back(std::move(p));
    }
    return out;
}

}  // namespace ravine
