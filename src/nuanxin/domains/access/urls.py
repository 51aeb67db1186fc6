"""The addresses of signing in."""

from __future__ import annotations

from django.urls import path

from nuanxin.domains.access import factor_pages, pages

app_name = "access"
urlpatterns = [
    path("sign-in/", pages.enter, name="sign_in"),
    path("sign-in/demo/<str:token>/", pages.enter_demo, name="demo"),
    path("sign-in/first/<str:number>/<str:token>/", pages.set_password, name="set_password"),
    path("sign-in/code/", factor_pages.code, name="code"),
    path("sign-in/second/", factor_pages.enrol, name="enrol"),
    path("sign-in/second/picture.svg", factor_pages.picture, name="picture"),
    path("me/second/", factor_pages.factor, name="factor"),
    path("sign-out/", pages.leave, name="sign_out"),
    path("home/", pages.home, name="home"),
    path("me/account/", pages.me, name="me"),
    path("me/role/", pages.change_role, name="change_role"),
]
