#pragma once

// Debian's itk_compiler_detection.h was generated for GCC alone and stops every other compiler with "Unsupported
// compiler", though ITK itself builds with clang. Included before everything, this says in its place what it says of a
// C++20 compiler; its own include guard then keeps it out.
#define ITK_COMPILER_DETECTION_H
#define ITK_COMPILER_IS_Clang 1
#define ITK_COMPILER_IS_GNU 0
#define ITK_COMPILER_IS_MSVC 0
#define ITK_COMPILER_CXX_STATIC_ASSERT 1
#define ITK_STATIC_ASSERT(X) static_assert(X, #X)
#define ITK_STATIC_ASSERT_MSG(X, MSG) static_assert(X, MSG)
#define ITK_NOEXCEPT noexcept
#define ITK_NOEXCEPT_EXPR(X) noexcept(X)
#define ITK_FALLTHROUGH [[fallthrough]]
#define ITK_ALIGNAS(X) alignas(X)
#define ITK_ALIGNOF(X) alignof(X)
#define ITK_CONSTEXPR constexpr
#define ITK_CONSTEXPR_FUNC constexpr
#define ITK_CONSTEXPR_VAR constexpr
#define ITK_NULLPTR nullptr
#define ITK_OVERRIDE override
#define ITK_THREAD_LOCAL thread_local
