"""Writes src/main/resources/gloss/loss/robust-partition.csv.

The density exp(-rho(x, shape, 1)) / Z(shape) belongs to Barron's general robust loss (CVPR 2019); Z
has no simple form. Line n holds ln Z and its derivative by n for the shape (n / 64)^2 up to line
64, and 2 + ((n - 64) / 96 - 1)^3 after it: what a cubic Hermite spline needs. The two meet at the
shape 1 with the same slope, and the lines are dense around 0 and 2, where ln Z is bent.

Needs mpmath. Run from the root of the repository: python3 src/test/python/robust_partition.py
"""

from mpmath import exp, expm1, log, log1p, mp, mpf, quad, sqrt

mp.dps = 30
BELOW = 64
ABOVE = 96
LAST = 281


def rho(x, shape):
    square = x * x
    if shape == 2:
        return square / 2
    if shape == 0:
        return log1p(square / 2)
    width = abs(shape - 2)
    return width / shape * expm1(shape / 2 * log1p(square / width))


def slope(x, shape):
    """The derivative of rho by the shape."""
    square = x * x
    width = abs(shape - 2)
    side = 1 if shape > 2 else -1
    inner = log1p(square / width)
    grown = expm1(shape / 2 * inner)
    by_inner = -side * square / (width * (width + square))
    return (side / shape - width / shape**2) * grown + width / shape * (grown + 1) * (
        inner / 2 + shape / 2 * by_inner
    )


def integral(f, shape):
    width = sqrt(abs(shape - 2))
    points = sorted({mpf(0), width / 4, width, 4 * width, mpf(1), mpf(4), mpf(16)})
    body = quad(f, points)
    # x = 16 e^u: at shape 0 the tail falls only as 1 / x^2.
    tail = quad(lambda u: f(16 * exp(u)) * 16 * exp(u), [0, 2, 6, 16, 40, 80])
    return 2 * (body + tail)


def line(place):
    if place <= BELOW:
        s = mpf(place) / BELOW
        shape, by_place = s**2, 2 * s / BELOW
    else:
        s = mpf(place - BELOW) / ABOVE - 1
        shape, by_place = 2 + s**3, 3 * s**2 / ABOVE
    z = integral(lambda x: exp(-rho(x, shape)), shape)
    if by_place == 0:
        return log(z), mpf(0)
    by_shape = integral(lambda x: -slope(x, shape) * exp(-rho(x, shape)), shape) / z
    return log(z), by_shape * by_place


def main():
    with open("src/main/resources/gloss/loss/robust-partition.csv", "w", encoding="ascii") as out:
        for place in range(LAST + 1):
            value, step = line(place)
            out.write(f"{mp.nstr(value, 15)},{mp.nstr(step, 15)}\n")


if __name__ == "__main__":
    main()
