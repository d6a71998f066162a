#include "engine/expression/tokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <system_error>

namespace ravine {
namespace {

/// Signs that people paste from elsewhere, and how they are spelled plainly.
struct Spelling {
    std::string_view pasted, plain;
    TokenKind kind;
};
constexpr Spelling spellings[] = {
    {"−", "-", TokenKind::sign},        {"–", "-", TokenKind::sign},        {"×", "*", TokenKind::sign},
    {"·", "*", TokenKind::sign},        {"⋅", "*", TokenKind::sign},        {"∗", "*", TokenKind::sign},
    {"÷", "/", TokenKind::sign},        {"←", "=", TokenKind::sign},        {"√", "√", TokenKind::root},
    {"π", "pi", TokenKind::name},       {"ρ", "rho", TokenKind::name},      {"ε", "eps", TokenKind::name},
    {"η", "lr", TokenKind::name},       {"μ", "momentum", TokenKind::name}, {"β₁", "beta1", TokenKind::name},
    {"β₂", "beta2", TokenKind::name},   {"²", "2", TokenKind::superscript}, {"³", "3", TokenKind::superscript},
    {"⁴", "4", TokenKind::superscript}, {"⁵", "5", TokenKind::superscript}, {"⁶", "6", TokenKind::superscript},
    {"⁷", "7", TokenKind::superscript}, {"⁸", "8", TokenKind::superscript}, {"⁹", "9", TokenKind::superscript},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// Bytes of the character that `text` starts with; 0 where it is not UTF-8.
std::size_t character_size(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t size = byte(0) < 0x80   ? 1
                             : byte(0) < 0xC2 ? 0
                             : byte(0) < 0xE0 ? 2
                             : byte(0) < 0xF0 ? 3
                             : byte(0) < 0xF5 ? 4
                                              : 0;
    if (size > text.size()) return 0;
    for (std::size_t i = 1; i < size; ++i)
        if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
    return size;
}

int characters(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string cut(std::string_view text) {
    constexpr std::size_t most = 24;
    if (text.size() <= most) return std::string(text);
    std::size_t end = most;
    while ((text[end] & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

class Tokenizer {
public:
    Tokenizer(std::string_view text, Separators separators) : text_(text), separators_(separators), lines_(line_count(text)) {}

    std::vector<Token> run() {
        check_size();
        while (!rest_.empty()) next();
        add(TokenKind::end, "", "");
        return std::move(tokens_);
    }

private:
    void check_size() const {
        // Counting stops where the answer is known: a text may be large.
        const std::string_view start = text_.substr(0, 4 * max_characters + 1);
        const int count = characters(start);
        if (count <= static_cast<int>(max_characters)) return;
        throw ExpressionError({1, static_cast<int>(max_characters) + 1},
                              "expected at most " + std::to_string(max_characters) + " characters, found more");
    }

    void next() {
        const char c = rest_[0];
        if (c == '\n') return line_break();
        if (c == ' ' || c == '\t' || c == '\r') return skip(1);
        if (separators_ == Separators::lines && c == ';') return add(TokenKind::end_of_statement, ";", ";");
        if (separators_ == Separators::lines && c == '#') return skip(std::min(rest_.find('\n'), rest_.size()));
        if (is_digit(c) || c == '.') return number();
        if (is_letter(c)) return name();
        if (std::string_view("+-*/^()[],=").find(c) != std::string_view::npos)
            return add(TokenKind::sign, rest_.substr(0, 1), rest_.substr(0, 1));
        for (const Spelling& s : spellings)
            if (rest_.starts_with(s.pasted)) return pasted(s);
        if (rest_.starts_with("\u00A0")) return skip(2);  // the blank that does not break
        fail_at_unknown();
    }

    void line_break() {
        if (separators_ == Separators::lines)
            add(TokenKind::end_of_statement, "\n", "\n");
        else
            skip(1);
        ++place_.line;
        place_.column = 1;
    }

    void pasted(const Spelling& s) {
        add(s.kind, s.plain, s.pasted);
        if (s.kind == TokenKind::superscript) tokens_.back().value = s.plain[0] - '0';
    }

    void number() {
        std::size_t size = digits(0);
        if (size < rest_.size() && rest_[size] == '.') size = digits(size + 1);
        if (size == 1 && rest_[0] == '.') fail("expected digits beside the decimal point, found none");
        size = exponent(size);
        double value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + size, value);
        if (error != std::errc() || end != rest_.data() + size)
            fail("expected a number between 1e-307 and 1e308 in size, found '" + cut(rest_.substr(0, size)) + "'");
        add(TokenKind::number, rest_.substr(0, size), rest_.substr(0, size));
        tokens_.back().value = value;
    }

    std::size_t digits(std::size_t at) const {
        while (at < rest_.size() && is_digit(rest_[at])) ++at;
        return at;
    }

    /// The e of 2e is Euler's number; that of 2e5 and 2e-5 starts an exponent.
    std::size_t exponent(std::size_t at) const {
        if (at >= rest_.size() || (rest_[at] != 'e' && rest_[at] != 'E')) return at;
        const bool has_sign = at + 1 < rest_.size() && (rest_[at + 1] == '-' || rest_[at + 1] == '+');
        const std::size_t from = at + (has_sign ? 2 : 1);
        const std::size_t end = digits(from);
        return end > from ? end : at;
    }

    void name() {
        std::size_t size = 0;
        while (size < rest_.size() && (is_letter(rest_[size]) || is_digit(rest_[size]))) ++size;
        add(TokenKind::name, rest_.substr(0, size), rest_.substr(0, size));
    }

    [[noreturn]] void fail_at_unknown() const {
        const std::size_t size = character_size(rest_);
        if (size == 0) fail("expected text in UTF-8, found a byte that is none");
        const char c = rest_[0];
        if (c == '|') fail("expected a number, a name or an operator, found '|': write abs(...)");
        if (c == ';') fail("expected one formula, found ';'");
        if (size == 1 && (c < 0x20 || c == 0x7F)) {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(c));
            fail(std::string("expected a number, a name or an operator, found the control character ") + code.data());
        }
        fail("expected a number, a name or an operator, found '" + std::string(rest_.substr(0, size)) + "'");
    }

    [[noreturn]] void fail(std::string message) const { throw ExpressionError(place_, std::move(message), lines_); }

    void add(TokenKind kind, std::string_view text, std::string_view seen) {
        tokens_.push_back({kind, std::string(text), std::string(seen), 0, place_, text_.size() - rest_.size()});
        skip(seen.size());
    }

    void skip(std::size_t bytes) {
        place_.column += characters(rest_.substr(0, bytes));
        rest_.remove_prefix(bytes);
    }

    std::string_view text_, rest_ = text_;
    Separators separators_;
    int lines_;
    Place place_;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text, Separators separators) { return Tokenizer(text, separators).run(); }

std::string quoted(const Token& token) {
    if (token.kind == TokenKind::end) return "the end of the text";
    if (token.kind == TokenKind::end_of_statement && token.text == "\n") return "the end of the line";
    return "'" + cut(token.seen) + "'";
}

int line_count(std::string_view text) { return 1 + static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace ravine
