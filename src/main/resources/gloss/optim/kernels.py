  def gradients(self: __torch__.Kernels, loss: Tensor, weights: List[Tensor], divisor: float) -> List[Tensor]:
    slope = annotate(List[Optional[Tensor]], [torch.full_like(loss, 1 / divisor)])
    found = torch.grad([loss], weights, slope, False, False, True)
    gradients = annotate(List[Tensor], [])
    large = annotate(List[Tensor], [])
    for i in range(torch.len(weights)):
      one = found[i]
      if one is None:
        own = torch.zeros_like(weights[i])
      else:
        own = torch.contiguous(unchecked_cast(Tensor, one))
        # They are changed in place: none may have its memory in common with another. Small ones are
        # copied without looking.
        shared = torch.lt(torch.numel(own), 65536)
        if not shared:
          flat = torch.flatten(own)
          for other in large:
            if torch.is_set_to(flat, other):
              shared = True
          torch.append(large, flat)
        if shared:
          own = torch.clone(own)
      torch.append(gradients, own)
    return gradients
  def add(self: __torch__.Kernels, sums: List[Tensor], terms: List[Tensor]) -> Tensor:
    torch._foreach_add_(sums, terms)
    return sums[0]
  def scale_gradients(self: __torch__.Kernels, gradients: List[Tensor], count: float, clip: float) -> float:
    squares = 0.
    for gradient in gradients:
      flat = torch.flatten(gradient)
      squares = torch.add(squares, float(torch.dot(flat, flat)))
    norm = torch.div(torch.sqrt(squares), count)
    factor = ops.prim.min(torch.div(clip, torch.add(norm, 1e-06)), 1.)
    if torch.ne(factor, count):
      torch._foreach_mul_(gradients, torch.div(factor, count))
    return norm
  def clamp(self: __torch__.Kernels, gradients: List[Tensor], limit: float) -> Tensor:
    torch._foreach_clamp_min_(gradients, -limit)
    torch._foreach_clamp_max_(gradients, limit)
    return gradients[0]
  def decayed(self: __torch__.Kernels, gradients: List[Tensor], weights: List[Tensor], decay: float) -> List[Tensor]:
    return torch._foreach_add(gradients, weights, alpha=decay) if decay > 0. else gradients
  def sgd(self: __torch__.Kernels, weights: List[Tensor], gradients: List[Tensor], moments: List[Tensor], step: Tensor, rate: float, momentum: float, dampening: float, nesterov: bool, decay: float) -> Tensor:
    slopes = (self).decayed(gradients, weights, decay)
    _0 = torch.add_(step, 1)
    if momentum > 0.:
      if float(step) == 1.:
        torch._foreach_copy_(moments, slopes)
      else:
        torch._foreach_mul_(moments, momentum)
        torch._foreach_add_(moments, slopes, alpha=1 - dampening)
      moves = torch._foreach_add(slopes, moments, alpha=momentum) if nesterov else moments
    else:
      moves = slopes
    torch._foreach_add_(weights, moves, alpha=-rate)
    return step
  def adagrad(self: __torch__.Kernels, weights: List[Tensor], gradients: List[Tensor], sums: List[Tensor], step: Tensor, rate: float, slowing: float, decay: float, epsilon: float) -> Tensor:
    slopes = (self).decayed(gradients, weights, decay)
    _0 = torch.add_(step, 1)
    torch._foreach_addcmul_(sums, slopes, slopes, 1)
    roots = torch._foreach_sqrt(sums)
    torch._foreach_add_(roots, epsilon)
    torch._foreach_addcdiv_(weights, slopes, roots, -rate / (1 + (float(step) - 1) * slowing))
    return step
  def rms_prop(self: __torch__.Kernels, weights: List[Tensor], gradients: List[Tensor], squares: List[Tensor], means: List[Tensor], moments: List[Tensor], rate: float, alpha: float, epsilon: float, momentum: float, decay: float) -> Tensor:
    slopes = (self).decayed(gradients, weights, decay)
    torch._foreach_mul_(squares, alpha)
    torch._foreach_addcmul_(squares, slopes, slopes, 1 - alpha)
    if torch.len(means) > 0:
      torch._foreach_lerp_(means, slopes, 1 - alpha)
      roots = torch._foreach_sqrt(torch._foreach_addcmul(squares, means, means, -1))
    else:
      roots = torch._foreach_sqrt(squares)
    torch._foreach_add_(roots, epsilon)
    if torch.len(moments) > 0:
      torch._foreach_mul_(moments, momentum)
      torch._foreach_addcdiv_(moments, slopes, roots, 1)
      torch._foreach_add_(weights, moments, alpha=-rate)
    else:
      torch._foreach_addcdiv_(weights, slopes, roots, -rate)
    return weights[0]
  def adadelta(self: __torch__.Kernels, weights: List[Tensor], gradients: List[Tensor], squares: List[Tensor], moves: List[Tensor], rate: float, rho: float, epsilon: float, decay: float) -> Tensor:
    slopes = (self).decayed(gradients, weights, decay)
    torch._foreach_mul_(squares, rho)
    torch._foreach_addcmul_(squares, slopes, slopes, 1 - rho)
    roots = torch._foreach_sqrt(torch._foreach_add(squares, epsilon))
    steps = torch._foreach_sqrt(torch._foreach_add(moves, epsilon))
    torch._foreach_div_(steps, roots)
    torch._foreach_mul_(steps, slopes)
    torch._foreach_mul_(moves, rho)
    torch._foreach_addcmul_(moves, steps, steps, 1 - rho)
    torch._foreach_add_(weights, steps, alpha=-rate)
    return weights[0]
  def adam(self: __torch__.Kernels, gradients: List[Tensor], weights: List[Tensor], means: List[Tensor], squares: List[Tensor], largest: List[Tensor], steps: List[Tensor], rate: float, settings: List[float], decoupled: bool) -> Tensor:
    beta1, beta2, decay, epsilon = settings
    torch._foreach_add_(steps, 1)
    amsgrad = torch.len(largest) > 0
    if decoupled:
      torch._fused_adamw_(weights, gradients, means, squares, largest, steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=amsgrad, maximize=False)
    else:
      torch._fused_adam_(weights, gradients, means, squares, largest, steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=amsgrad, maximize=False)
    return weights[0]
  def lion(self: __torch__.Kernels, weights: List[Tensor], gradients: List[Tensor], means: List[Tensor], rate: float, beta1: float, beta2: float, decay: float) -> Tensor:
    directions = torch._foreach_mul(means, beta1)
    torch._foreach_add_(directions, gradients, alpha=1 - beta1)
    torch._foreach_sign_(directions)
    torch._foreach_mul_(weights, 1 - rate * decay)
    torch._foreach_add_(weights, directions, alpha=-rate)
    torch._foreach_lerp_(means, gradients, 1 - beta2)
    return weights[0]
  def adafactor(self: __torch__.Kernels, weights: List[Tensor], gradients: List[Tensor], rows: List[Tensor], columns: List[Tensor], squares: List[Tensor], step: Tensor, rate: float, fading: float, epsilon: float, limit: float, decay: float) -> Tensor:
    _0 = torch.add_(step, 1)
    count = float(step)
    share = count ** fading
    slow = torch.sqrt(count)
    pace = rate if rate * slow < 1. else 1 / slow
    matrices = 0
    vectors = 0
    # The smallest number that changes 1 in single precision.
    tiny = 1.1920928955078125e-07
    for i in range(torch.len(weights)):
      weight = weights[i]
      slope = gradients[i]
      if torch.dim(slope) > 1:
        row = torch.lerp_(rows[matrices], torch.mean(slope ** 2, [-1], True), share)
        column = torch.lerp_(columns[matrices], torch.mean(slope ** 2, [-2], True), share)
        square = torch.matmul(row, column) / torch.clamp(torch.mean(row, [-2], True), tiny)
        matrices = matrices + 1
      else:
        square = torch.lerp_(squares[vectors], slope ** 2, share)
        vectors = vectors + 1
      move = torch.rsqrt(torch.clamp(square, tiny * tiny)) * slope
      size = torch.sqrt(torch.numel(weight))
      largeness = torch.clamp(torch.norm(weight) / size, epsilon) * pace
      _1 = torch.mul_(weight, 1 - rate * decay)
      _2 = torch.sub_(weight, move * (largeness / torch.clamp(torch.norm(move) / (size * limit), 1.)))
    return step
  def approach(self: __torch__.Kernels, arrays: List[Tensor], targets: List[Tensor], share: float) -> Tensor:
    torch._foreach_lerp_(arrays, targets, share)
    return arrays[0]
  def swap(self: __torch__.Kernels, ones: List[Tensor], others: List[Tensor]) -> Tensor:
    for i in range(torch.len(ones)):
      kept = torch.clone(ones[i])
      _0 = torch.copy_(ones[i], others[i])
      _1 = torch.copy_(others[i], kept)
    return ones[0]
