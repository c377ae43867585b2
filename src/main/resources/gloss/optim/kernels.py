  def scale_gradients(self: __torch__.Kernels, gradients: List[Tensor], count: float, clip: float) -> Tensor:
    norms = torch._foreach_norm(gradients, 2.)
    norm = torch.div(torch.norm(torch.stack(norms)), count)
    factor = torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 1e-06)), clip), None, 1.)
    torch._foreach_mul_(gradients, torch.div(factor, count))
    return norm
  def zero(self: __torch__.Kernels, arrays: List[Tensor]) -> Tensor:
    torch._foreach_zero_(arrays)
    return arrays[0]
  def adam_w(self: __torch__.Kernels, weights: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], steps: List[Tensor], rate: float, beta1: float, beta2: float, decay: float, epsilon: float) -> Tensor:
    torch._foreach_add_(steps, 1)
    torch._fused_adamw_(weights, gradients, means, squares, annotate(List[Tensor], []), steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)
    return weights[0]
  def approach(self: __torch__.Kernels, arrays: List[Tensor], targets: List[Tensor], share: float) -> Tensor:
    torch._foreach_lerp_(arrays, targets, share)
    return arrays[0]
  def swap(self: __torch__.Kernels, ones: List[Tensor], others: List[Tensor]) -> Tensor:
    for i in range(torch.len(ones)):
      kept = torch.clone(ones[i])
      _0 = torch.copy_(ones[i], others[i])
      _1 = torch.copy_(others[i], kept)
    return ones[0]
